import { onTestFinished } from "vitest";
import type { Asker, Command, Page, Reply } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { systemClock } from "../../src/clock.ts";
import { createQuotas } from "../../src/documents/quotas.ts";
import { createSeen } from "../../src/documents/seen.ts";
import type { Message, Snapshot } from "../../src/playground/wire.ts";
import type { Playground, PlaygroundOptions } from "../../src/playground/server.ts";
import type { Log } from "../../src/slack/log.ts";
import { botEvents } from "../../src/slack/scopes.ts";
import { createSlack, type Slack, type SlackSettings } from "../../src/slack/slack.ts";
import { startForTest, visitorAt, type Visitor } from "../playground/workspace-for-tests.ts";

export const nowhere = (): never => {
  throw new Error("the test did not expect this to be used");
};
/** A part the test has no use for: touching it fails the test. */
const unused = new Proxy({}, { get: () => nowhere }) as never;
/** A channel's language is that of its digest; here none has one. */
const noDigests = new Proxy(
  { list: async () => [] },
  { get: (target, name) => (name === "list" ? target.list : nowhere) },
) as never;
/** For commands that need nothing from the desk. */
export const noDesk: Desk = {
  clock: systemClock,
  periods: { zone: "UTC", weekStarts: "monday", fiscalYearStarts: 1, isWorkday: () => true },
  workdaysIn: nowhere,
  reports: unused,
  goals: unused,
  notes: unused,
  digests: noDigests,
  pastOdds: unused,
  people: unused,
  teamChannels: new Map(),
  agents: { ids: {}, optedOut: [] },
  teamOf: () => null,
  mayRead: nowhere,
};

export interface Line {
  readonly level: string;
  readonly text: string;
}
export function collectLog(): { readonly log: Log; readonly lines: Line[] } {
  const lines: Line[] = [];
  const at = (level: string) => (fields: object, message: string) => {
    lines.push({ level, text: `${message} ${JSON.stringify(fields)}` });
  };
  return {
    lines,
    log: { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") },
  };
}

export const said = (line: string, more: Partial<Page> = {}): Page => ({
  kind: "page",
  refused: false,
  title: null,
  lines: [line],
  table: null,
  choices: [],
  hint: null,
  ...more,
});

const everywhere = (text: string) => ({ en: text, ko: text, ru: text, "zh-TW": text });
/** A command that does what the test is about. */
export const aCommand = (
  name: string,
  run: (words: string, asker: Asker) => Promise<Reply>,
  more: Partial<Command> = {},
): Command => ({ name, summary: everywhere(name), usage: everywhere(""), run, ...more });

export interface Bot {
  readonly playground: Playground;
  readonly slack: Slack;
  readonly lines: readonly Line[];
  readonly as: (person: string) => Visitor;
}

/** A bot in a workspace that has nothing but what the test gives it. */
export const slackSettings = (
  { botToken, apiUrl, appToken }: Playground,
  more: Partial<SlackSettings> = {},
): SlackSettings => ({
  botToken,
  apiUrl,
  connection: { mode: "socket", appToken },
  commands: [],
  home: async () => [],
  desk: noDesk,
  roleOf: () => "lead",
  agentFiguresIn: [],
  sharedChannels: [],
  locale: "en",
  zone: "UTC",
  chosenLocale: async () => null,
  log: collectLog().log,
  clock: systemClock,
  seen: createSeen(),
  quotas: createQuotas(),
  onRefused: nowhere,
  inProduction: false,
  ...more,
});

/** The bot over a real socket in the playground's workspace; gone when the test ends. */
export async function startBot(
  commands: readonly Command[],
  settings: Partial<SlackSettings> = {},
  options: Partial<PlaygroundOptions> = {},
): Promise<Bot> {
  const playground = await startForTest({ botEvents, ...options });
  const { log, lines } = collectLog();
  const slack = createSlack(slackSettings(playground, { commands, log, ...settings }));
  await slack.start();
  onTestFinished(async () => {
    await slack.stop();
    await playground.stop();
  });
  return { playground, slack, lines, as: (person) => visitorAt(playground, person) };
}

export const typed = (text: string, channel = "C0BILLING") =>
  ({ kind: "say", channel, text, threadTs: null }) as const;

/** What the bot said in what a person sees. */
export const fromBot = ({ messages }: Snapshot): readonly Message[] =>
  messages.filter(({ author }) => author === "U0GOALPOST");

/** Presses the button with that label. */
export function pressOn(message: Message, label: string) {
  for (const block of message.blocks) {
    if (block.type !== "actions") continue;
    const found = block.elements.find((each) => each.type === "button" && each.text.text === label);
    if (found === undefined) continue;
    return {
      kind: "press",
      source: { kind: "message", channel: message.channel, ts: message.ts },
      blockId: block.block_id ?? "",
      actionId: found.action_id ?? "",
      given: null,
      values: {},
    } as const;
  }
  throw new Error(`no button says ${label}`);
}
