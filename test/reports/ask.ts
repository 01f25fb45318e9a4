import { stoppedAt } from "../../src/clock.ts";
import type { PeriodSettings } from "../../src/periods/period.ts";
import type { RecordStore, SourceState } from "../../src/records/store.ts";
import type { Answer } from "../../src/reports/answer.ts";
import { createReports } from "../../src/reports/create-reports.ts";
import type { ReportSettings } from "../../src/reports/plan.ts";
import type { Question } from "../../src/reports/question.ts";
import type { ReportParts } from "../../src/reports/session.ts";
import { afterFile } from "../closing.ts";
import { type FixtureRow, type FixtureRows, storeOf } from "../records/store-of.ts";
import { standing } from "../records/stores.ts";

/** Wednesday 18 November 2026, 12:00 in Berlin. */
export const now = new Date("2026-11-18T11:00:00Z");

export const periods: PeriodSettings = {
  zone: "Europe/Berlin",
  weekStarts: "monday",
  fiscalYearStarts: 1,
  isWorkday: () => true,
};

export const settings: ReportSettings = {
  options: {},
  targets: {},
  benchmarks: {},
  sla: [],
  currency: "EUR",
};

/** One store for all tests of a file that ask the same rows: nothing writes to it. */
const stores = new Map<string, Promise<RecordStore>>();

function sharedStore(rows: FixtureRows): Promise<RecordStore> {
  const key = `${standing()} ${JSON.stringify(rows)}`;
  const held = stores.get(key);
  if (held !== undefined) return held;
  const opening = storeOf(rows, periods.zone);
  stores.set(key, opening);
  afterFile(async () => {
    stores.delete(key);
    await (await opening).close();
  });
  return opening;
}

export async function reportsOver(
  rows: FixtureRows,
  change: Partial<ReportParts> & { readonly at?: Date; readonly states?: SourceState[] } = {},
) {
  const records = await sharedStore(rows);
  return createReports({
    records: { ...records, sourceStates: async () => change.states ?? [] },
    clock: stoppedAt(change.at ?? now),
    periods,
    periodsOf: () => change.periods ?? periods,
    workingTime: null,
    settings,
    optedOut: [],
    freshness: { staleAfterSeconds: () => null, isOverdue: () => false },
    hideLater: false,
    ...change,
  });
}

export const question = (change: Partial<Question>): Question => ({
  kpi: "fcr",
  period: { kind: "last", unit: "week" },
  by: [],
  every: null,
  where: {},
  versus: null,
  trend: false,
  options: {},
  ...change,
});

/** The answer, where nothing is left to choose. */
export async function ask(
  reports: Awaited<ReturnType<typeof reportsOver>>,
  change: Partial<Question>,
  locale: "en" | "ko" | "ru" | "zh-TW" = "en",
): Promise<Answer> {
  const reply = await reports.answer(question(change), locale);
  if (!("value" in reply)) throw new Error(`no answer: ${JSON.stringify(reply)}`);
  return reply;
}

export const codes = (remarks: readonly { readonly code: string }[]): string[] =>
  remarks.map(({ code }) => code);

/** So many tickets on a day, the first `good` of them solved with one touch. */
export function ticketsOn(
  day: string,
  all: number,
  good: number,
  more: FixtureRow = {},
): FixtureRow[] {
  const created = new Date(`${day}T09:00:00Z`);
  const solved = new Date(`${day}T10:00:00Z`);
  return Array.from({ length: all }, (_, index) => ({
    id: `${day}-${JSON.stringify(more)}-${index}`,
    created_at: created,
    first_response_at: solved,
    solved_at: solved,
    agent_replies: index < good ? 1 : 2,
    reopens: 0,
    ...more,
  }));
}
