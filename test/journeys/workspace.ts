import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, vi } from "vitest";
import type { Clock } from "../../src/clock.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { nordlicht, type Seed } from "../../src/playground/people.ts";
import { playgroundPlaces } from "../../src/playground/places.ts";
import { startPlayground } from "../../src/playground/start-playground.ts";
import { buildPage, openBrowser } from "../playground/browser.ts";
import { collectLog } from "../slack/bot-for-tests.ts";
import { typeAt, type Typed } from "./type-at.ts";
import { visitAs, type Visit } from "./visit.ts";

/** Time goes on from Wednesday 18 November 2026, 11:00 in Berlin: every figure and date is known. */
function clockFrom(instant: string): Clock & { later: (minutes: number) => void } {
  let ahead = Date.parse(instant) - Date.now();
  return {
    now: () => new Date(Date.now() + ahead),
    later: (minutes) => {
      ahead += minutes * 60_000;
    },
  };
}

export interface Workspace {
  /** Where the sample desk's own files are. */
  readonly desk: string;
  readonly visit: (id: string, at: string) => Promise<Visit>;
  /** Types words at the terminal of the machine that the bot runs on. */
  readonly type: (...argv: readonly string[]) => Promise<Typed>;
  /** Lets some minutes pass at once. */
  readonly later: (minutes: number) => void;
  readonly stop: () => Promise<void>;
}

const everySourceRead = /help-desk: .*data as of[^]*phones: .*data as of[^]*surveys: .*data as of/u;

export interface WorkspaceSettings {
  readonly seed: Seed;
  /** What its clock shows when it opens. */
  readonly at?: string;
  /** One that was open before, which stays when it is stopped. */
  readonly folder?: string;
}

/** Says only that the machine was busy for some seconds: the connection is made anew. */
const isOfLoad = (text: string): boolean => text.startsWith("A pong wasn't received");

/** The playground as `npm start` opens it, its sources read once, and people with real browsers. */
export async function openWorkspace({
  seed,
  at = "2026-11-18T10:00:00Z",
  folder: given,
}: WorkspaceSettings): Promise<Workspace> {
  const folder = given ?? mkdtempSync(join(tmpdir(), "goalpost-journey-"));
  const places = playgroundPlaces(folder);
  const pageFolder = buildPage();
  const { log, lines } = collectLog();
  const clock = clockFrom(at);
  const playground = await startPlayground({
    port: 0,
    healthPort: null,
    isProduction: false,
    hasRealTokens: false,
    dataFolder: folder,
    pageFolder,
    readConfig: (path) => readConfig({ path, env: {} }),
    clock,
    log,
    seed,
  });
  const type = (...argv: readonly string[]) => typeAt(places.data, argv);
  await vi.waitFor(async () => expect((await type("doctor")).out).toMatch(everySourceRead), {
    timeout: 240_000,
    interval: 200,
  });

  const browser: Browser = await openBrowser();
  const visits: Visit[] = [];
  return {
    desk: places.desk,
    type,
    later: clock.later,
    visit: async (id, at) => {
      const person = seed.people.find((each) => each.id === id);
      if (person === undefined) throw new Error(`${id} is nobody`);
      const visit = await visitAs(browser, playground.url, person, at);
      visits.push(visit);
      return visit;
    },
    stop: async () => {
      await browser.close();
      await playground.stop();
      for (const each of given === undefined ? [folder, pageFolder] : [pageFolder]) {
        rmSync(each, { recursive: true, force: true });
      }
      expect(visits.flatMap(({ faults }) => faults)).toEqual([]);
      const told = lines.filter(({ level }) => ["warn", "error"].includes(level));
      expect(told.filter(({ text }) => !isOfLoad(text))).toEqual([]);
    },
  };
}

/** One workspace for all tests of a file: people share it, as they share a real one. */
export function sharedWorkspace(
  seed: Seed = nordlicht,
): Pick<Workspace, "visit" | "type" | "later"> & { desk: () => string } {
  let opened: Workspace | undefined;
  const workspace = (): Workspace => {
    if (opened === undefined) throw new Error("the workspace is not open yet");
    return opened;
  };
  beforeAll(async () => {
    opened = await openWorkspace({ seed });
  }, 300_000);
  afterAll(() => opened?.stop());
  return {
    desk: () => workspace().desk,
    visit: (...all) => workspace().visit(...all),
    type: (...all) => workspace().type(...all),
    later: (minutes) => workspace().later(minutes),
  };
}
