import { expect, test } from "vitest";
import { workTimeOf } from "../../src/app/work-time.ts";
import { receiptSheet } from "../../src/blocks/receipt-sheet.ts";
import { locales, type Locale } from "../../src/i18n/locale.ts";
import type { SlaPolicy } from "../../src/kpis/kpi.ts";
import type { LocalDay } from "../../src/periods/period.ts";
import type { Question } from "../../src/reports/question.ts";
import type { ReportParts } from "../../src/reports/session.ts";
import { read } from "../config/desk.ts";
import { periods, question, reportsOver, settings, ticketsOn } from "./ask.ts";

/** Each answered after an hour. */
const tickets = ticketsOn("2026-11-10", 4, 4, { priority: "urgent" });

async function linesOf(
  parts: Partial<ReportParts>,
  asked: Partial<Question>,
  locale: Locale = "en",
): Promise<readonly string[]> {
  const receipt = await (await reportsOver({ tickets }, parts)).receipt(question(asked), locale);
  if (!("statements" in receipt)) throw new Error(`no receipt: ${JSON.stringify(receipt)}`);
  return receiptSheet(receipt, { locale, zone: periods.zone }).sections.flatMap(
    ({ lines }) => lines,
  );
}

const first: SlaPolicy = {
  name: "reply",
  from: null,
  kpi: "first_response_time",
  withinSeconds: 7_200,
  priority: null,
  channel: null,
  clock: "calendar",
  share: 90,
};
const versionFrom = (from: string): SlaPolicy => ({ ...first, from: new Date(from), share: 95 });

const promisedBy = async (sla: readonly SlaPolicy[], locale: Locale = "en") => {
  const lines = await linesOf(
    { settings: { ...settings, sla } },
    { kpi: "sla_attainment" },
    locale,
  );
  return lines.filter((line) => /9[05]\s?%/u.test(line));
};

test("it names the versions of a promise that were in force in the period", async () => {
  expect(await promisedBy([first])).toEqual(["“reply” as it has always been: 90 % promised."]);
  expect(await promisedBy([first, versionFrom("2026-11-01T23:00:00Z")])).toEqual([
    "“reply” as it has been since 2 Nov 2026: 95 % promised.",
  ]);
  expect(await promisedBy([first, versionFrom("2026-11-16T00:00:00Z")])).toEqual([
    "“reply” as it was before 16 Nov 2026: 90 % promised.",
  ]);
  const changed = [first, versionFrom("2026-11-10T23:00:00Z")];
  expect(await promisedBy(changed)).toEqual([
    "“reply” as it was before 11 Nov 2026: 90 % promised.",
    "“reply” as it has been since 11 Nov 2026: 95 % promised.",
  ]);
  for (const locale of locales) {
    const lines = await promisedBy(changed, locale);
    expect(lines).toHaveLength(2);
    expect(lines.join()).not.toMatch(/\{\w+\}/u);
  }
});

const time = (hours: number): string => `Working time in the period: ${hours} h.`;

test("and the schedules of the calendar, of the team's own where it is about one", async () => {
  const {
    periods: own,
    periodsOf,
    workingTime,
  } = workTimeOf(
    await read({
      text: `
workspace: { timezone: Europe/Berlin }
calendar:
  hours: { mon-fri: ["09:00-17:00"] }
  changes:
    - { from: 2026-11-11, hours: { mon-fri: ["10:00-16:00"] } }
    - { from: 2026-03-02, hours: { mon-fri: ["08:00-16:00"] } }
teams: { Nights: { calendar: { hours: { mon-sun: ["22:00-06:00"] } } } }
sources: []
`,
    }),
  );
  const hoursIn = async (from: LocalDay, to: LocalDay, where: Question["where"] = {}) => {
    const period = { kind: "range", from, to } as const;
    const lines = await linesOf({ periods: own, periodsOf, workingTime }, { period, where });
    return lines.filter((line) => line.startsWith("Working "));
  };
  const [before, spring, autumn] = [
    "Working hours as they were before 2 Mar 2026.",
    "Working hours as they have been since 2 Mar 2026.",
    "Working hours as they have been since 11 Nov 2026.",
  ];
  expect(await hoursIn("2026-02-27", "2026-03-01")).toEqual([time(8), before]);
  expect(await hoursIn("2026-03-01", "2026-03-02")).toEqual([time(8), before, spring]);
  expect(await hoursIn("2026-11-09", "2026-11-10")).toEqual([time(16), spring]);
  expect(await hoursIn("2026-11-10", "2026-11-11")).toEqual([time(14), spring, autumn]);
  expect(await hoursIn("2026-11-11", "2026-11-12")).toEqual([time(12), autumn]);
  const nights = { team: { in: ["Nights"] } };
  expect(await hoursIn("2026-11-10", "2026-11-11", nights)).toEqual([time(16)]);
});
