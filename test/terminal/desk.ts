import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commands } from "../../commands/index.ts";
import { type App, openApp } from "../../src/app.ts";
import { type Clock, stoppedAt } from "../../src/clock.ts";
import { readConfig } from "../../src/config/read-config.ts";
import type { ClientSettings } from "../../src/slack/clients.ts";
import type { Log } from "../../src/slack/log.ts";
import type { TerminalApp } from "../../src/terminal/app.ts";
import { runTerminal, type Terminal } from "../../src/terminal/run-terminal.ts";
import type { ExitCode, Screen } from "../../src/terminal/screen.ts";
import { newFolder } from "../fixtures/new-folder.ts";

/** Wednesday 18 November 2026, 11:00 in Berlin. */
export const noon: Clock = stoppedAt(new Date("2026-11-18T10:00:00Z"));

const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export const configText = `workspace: { timezone: Europe/Berlin, currency: EUR }
people: { admins: [U0ADMIN], leads: [U0LEAD] }
targets: { answer_rate: 80 }
sources:
  - name: phones
    type: csv
    path: calls.csv
    stale_after: 2h
    records:
      calls:
        id: id
        queued_at: { column: at, format: "yyyy-MM-dd HH:mm" }
        outcome: { column: answered, values: { Y: handled, N: abandoned } }
        wait_seconds: wait
        agent: agent
        channel: { value: phone }
`;

export const header = "id,at,answered,wait,agent";

export interface Place {
  readonly folder: string;
  readonly configPath: string;
  readonly data: string;
}

/** A folder with a configuration and a file of calls. */
export function newPlace(rows: readonly string[], config = configText): Place {
  const folder = newFolder();
  const configPath = join(folder, "goalpost.yml");
  writeFileSync(configPath, config);
  writeFileSync(join(folder, "calls.csv"), [header, ...rows, ""].join("\n"));
  const data = join(folder, "data");
  mkdirSync(data);
  return { folder, configPath, data };
}

export async function openPlace(
  { configPath, data }: Place,
  clock: Clock = noon,
  slack: ClientSettings | null = null,
  databaseUrl: string | null = null,
): Promise<App> {
  return await openApp({
    config: await readConfig({ path: configPath, env: {} }),
    dataFolder: data,
    databaseUrl,
    clock,
    log,
    slack,
    inProduction: false,
  });
}

export interface Said {
  readonly exit: ExitCode;
  readonly out: string;
  readonly err: string;
}

export interface Saying {
  readonly place?: Place;
  readonly app?: TerminalApp;
  readonly screen?: Partial<Screen>;
  readonly more?: Partial<Terminal>;
}

/** Runs a command line as `main.ts` does, and gathers what it prints. */
export async function type(
  argv: readonly string[],
  { place, app, screen, more }: Saying = {},
): Promise<Said> {
  let out = "";
  let err = "";
  const exit = await runTerminal({
    argv,
    screen: {
      stdout: (text) => {
        out += text;
      },
      stderr: (text) => {
        err += text;
      },
      watches: false,
      color: false,
      ...screen,
    },
    commands,
    version: "1.2.3",
    dataFolder: (given) => given.data ?? place?.data ?? newFolder(),
    openApp: async () => {
      if (app !== undefined) return { ...app, close: async () => {} };
      if (place === undefined) throw new Error("This test opens nothing");
      return await openPlace(place);
    },
    config: { schema: () => "{}\n", example: () => "workspace: {}\n", check: async () => "here" },
    migrate: async () => null,
    manifest: (url) => `manifest for ${url ?? "sockets"}\n`,
    ...more,
  });
  return { exit, out, err };
}

/** Calls of last week: every fourth is lost, Ann and 김민수 take turns. */
export const calls: readonly string[] = Array.from({ length: 40 }, (_, at) => {
  const day = String(9 + (at % 5)).padStart(2, "0");
  const agent = at % 2 === 0 ? "Ann" : "김민수";
  return `c${at},2026-11-${day} 10:${String(at).padStart(2, "0")},${at % 4 === 0 ? "N" : "Y"},${20 + at},${agent}`;
});
