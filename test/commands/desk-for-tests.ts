import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Asker } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { stoppedAt } from "../../src/clock.ts";
import type { ComposePorts } from "../../src/digests/compose.ts";
import { composeDelivery, deliveryAwaits } from "../../src/digests/compose-delivery.ts";
import { createDigests } from "../../src/digests/create-digests.ts";
import type { Workdays } from "../../src/digests/occurrences.ts";
import { createPastOdds } from "../../src/digests/past-odds.ts";
import { createDigestBook } from "../../src/documents/digest-book.ts";
import { createGoalBook } from "../../src/documents/goal-book.ts";
import { createNoteBook } from "../../src/documents/note-book.ts";
import { openOddsLog } from "../../src/documents/odds-log.ts";
import { createPeopleBook } from "../../src/documents/people-book.ts";
import { openLowdb } from "../../src/documents/lowdb.ts";
import { createQuotas } from "../../src/documents/quotas.ts";
import { createLedger } from "../../src/scheduler/ledger.ts";
import type { AgentRules } from "../../src/people/agents.ts";
import type { MayRead } from "../../src/people/may-see.ts";
import type { Poster } from "../../src/scheduler/poster.ts";
import { createWriteDue } from "../../src/scheduler/write-due.ts";
import { timerOf } from "../fixtures/timer-of.ts";
import { fakeSlack, type FakeSlackOptions } from "../fixtures/fake-slack.ts";
import type { FixtureRows } from "../records/store-of.ts";
import { now, periods, reportsOver } from "../reports/ask.ts";

/** A lead who speaks English in Berlin; change what the test is about. */
export const anAsker = (change: Partial<Asker> = {}): Asker => ({
  id: "U0LEAD",
  name: "Mina",
  role: "lead",
  locale: "en",
  zone: "Europe/Berlin",
  channel: "C0TEAM",
  ...change,
});

/** Everybody works on every day. */
const everyDay = (): Workdays => ({ isWorkday: () => true, isDayOff: () => false });

/** Everything behind the commands, over records put there by hand, on Wednesday 18 November 2026. */
export async function deskOver(
  rows: FixtureRows,
  {
    poster,
    agents = { ids: {}, optedOut: [] },
    mayRead = async () => true,
    teams = {},
    reporting = {},
    workdaysIn = everyDay,
    ...slackOptions
  }: Partial<FakeSlackOptions> & {
    readonly poster?: Poster;
    readonly agents?: AgentRules;
    readonly mayRead?: MayRead;
    /** Person → team. */
    readonly teams?: Readonly<Record<string, string>>;
    readonly reporting?: Parameters<typeof reportsOver>[1];
    readonly workdaysIn?: ComposePorts["workdaysIn"];
  } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), "goalpost-desk-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const clock = stoppedAt(now);
  const documents = await openLowdb({ folder, clock, warn: () => {} });
  onTestFinished(() => documents.close());
  const goals = createGoalBook(documents, clock);
  const held = new Set(Object.keys(rows));
  const faults: string[] = [];
  const ports: ComposePorts = {
    reports: await reportsOver(rows, { optedOut: agents.optedOut, ...reporting }),
    goals,
    clock,
    periods,
    workdaysIn,
    kindsHeld: async () => held,
    freshness: async () => [],
    onFault: (kpi) => void faults.push(kpi),
  };
  const slack = fakeSlack({ now: clock.now, ...slackOptions });
  const ledger = createLedger({
    documents,
    quotas: createQuotas(),
    clock,
    poster: poster ?? slack,
    compose: (delivery) => composeDelivery(delivery, documents, ports),
    awaits: (delivery) => deliveryAwaits(delivery, documents, ports),
    isNeedless: async () => false,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    workdaysIn,
    holder: "test",
    timer: timerOf(clock),
    random: () => 0,
  });
  const book = createDigestBook(documents, createWriteDue(workdaysIn));
  const digests = createDigests({ ...ports, documents, book, ask: ledger.ask });
  const log = await openOddsLog(join(folder, "odds.jsonl"));
  onTestFinished(() => log.close());
  const pastOdds = createPastOdds({ ...ports, log, isLookingBack: false });
  const desk: Desk = {
    ...ports,
    digests,
    pastOdds,
    teamChannels: new Map([
      ["Billing", "C0BILLING"],
      ["Shipping", "C0SHIPPING"],
      ["Nowhere", null],
    ]),
    agents,
    people: createPeopleBook(documents),
    notes: createNoteBook(documents, clock),
    teamOf: (person) => teams[person] ?? null,
    mayRead,
  };
  return { desk, documents, oddsLog: log, slack, ledger, ports, faults };
}
