import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Goal } from "../../goals/goal.ts";
import { composeReminder, isNeedless } from "../../src/digests/reminders/compose-reminder.ts";
import type { Workdays } from "../../src/digests/occurrences.ts";
import type { Outgoing, Reminder } from "../../src/digests/outgoing.ts";
import { createGoalBook } from "../../src/documents/goal-book.ts";
import { openLowdb } from "../../src/documents/lowdb.ts";
import { createQuotas } from "../../src/documents/quotas.ts";
import type { Freshness } from "../../src/reports/answer.ts";
import type { Profile } from "../../src/people/profile.ts";
import { weekdayOf } from "../../src/periods/calendar-unit.ts";
import type { LocalDay } from "../../src/periods/period.ts";
import { createLedger } from "../../src/scheduler/ledger.ts";
import { timerOf } from "../fixtures/timer-of.ts";
import { fakeSlack, type FakeSlackOptions } from "../fixtures/fake-slack.ts";
import { periods, reportsOver, ticketsOn } from "../reports/ask.ts";

const silent = { info: () => {}, warn: () => {}, error: () => {} };

export interface ReminderDeskOptions extends Omit<Partial<FakeSlackOptions>, "now"> {
  readonly goals: readonly Goal[];
  readonly startsAt: Date;
  /** Of people of whom Slack tells something else than Berlin and English. */
  readonly profiles?: Readonly<Record<string, Partial<Profile>>>;
  readonly daysOff?: readonly LocalDay[];
}

/** A desk that works from Monday to Friday, with a ledger and a clock that the test moves. */
export async function reminderDesk({
  goals: kept,
  startsAt,
  profiles = {},
  daysOff = [],
  ...slackOptions
}: ReminderDeskOptions) {
  const folder = await mkdtemp(join(tmpdir(), "goalpost-reminders-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const time = { now: startsAt };
  const clock = { now: () => new Date(time.now) };
  const documents = await openLowdb({ folder, clock, warn: () => {} });
  onTestFinished(() => documents.close());
  await documents.change({ who: "test", via: "test" }, async (draft) => {
    for (const goal of kept) await draft.goals.put(goal);
  });
  const reports = await reportsOver(
    { tickets: ticketsOn("2026-11-10", 100, 70) },
    {
      at: startsAt,
    },
  );
  const goals = createGoalBook(documents, clock);
  const isWorkday = (day: LocalDay) => weekdayOf(day) <= 5 && !daysOff.includes(day);
  const workdaysIn = (): Workdays => ({ isWorkday, isDayOff: (day) => daysOff.includes(day) });
  const profileOf = async (person: string): Promise<Profile> => ({
    locale: "en",
    zone: periods.zone,
    isGone: false,
    ...profiles[person],
  });
  const sources: { found: readonly Freshness[] } = { found: [] };
  const ports = { goals, clock, periods, reports, freshness: async () => sources.found };
  const slack = fakeSlack({ ...slackOptions, now: clock.now });
  const said: { readonly to: string; readonly reminder: Reminder }[] = [];
  const keep = (to: string, message: Outgoing) => {
    if (message.kind === "reminder") said.push({ to, reminder: message.reminder });
  };
  const ledger = createLedger({
    documents,
    quotas: createQuotas(() => clock.now().getTime()),
    clock,
    poster: {
      ...slack,
      post: (channel, message, ...more) => {
        keep(channel, message);
        return slack.post(channel, message, ...more);
      },
    },
    compose: (delivery) => composeReminder(delivery, ports),
    awaits: async () => null,
    isNeedless: (delivery) => isNeedless(delivery, ports),
    log: silent,
    workdaysIn,
    holder: "test",
    timer: timerOf(clock),
    random: () => 0,
  });
  const fates = async () =>
    (await documents.deliveries.list()).map(
      ({ id, state, reason }) => `${id} ${state}${reason === null ? "" : ` ${reason}`}`,
    );
  /** Lets time pass, looking every ten minutes. */
  const live = async (run: () => Promise<void>, until: Date) => {
    while (time.now < until) {
      time.now = new Date(Math.min(until.getTime(), time.now.getTime() + 600_000));
      await run();
      await ledger.tick();
    }
  };
  const jobPorts = {
    goals,
    clock,
    zone: periods.zone,
    workdaysIn,
    profileOf,
    remind: ledger.remind,
  };
  const reviewPeriods = { ...periods, isWorkday };
  return {
    reviewPeriods,
    documents,
    goals,
    ledger,
    slack,
    said,
    time,
    fates,
    live,
    jobPorts,
    ports,
    sources,
    /** What alerts are found by, beside what reminders are. */
    alerting: {
      ...jobPorts,
      ...ports,
      locale: "en" as const,
      alert: ledger.alert,
      keepers: async () => ["U0ADMIN", "somebody"],
      onFault: (what: string, error: unknown) => {
        throw new Error(`${what} failed`, { cause: error });
      },
    },
  };
}
