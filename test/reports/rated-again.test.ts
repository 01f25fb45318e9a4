import { expect, test } from "vitest";
import { kpi } from "../../commands/kpi.ts";
import { locales } from "../../src/i18n/locale.ts";
import { anAsker, deskOver } from "../commands/desk-for-tests.ts";
import { ask, codes, question, reportsOver } from "./ask.ts";

const answer = (id: string, day: string, score: number, more = {}) => ({
  id,
  kind: "csat",
  answered_at: new Date(`${day}T09:00:00Z`),
  score,
  scale_low: 1,
  scale_high: 5,
  ...more,
});

/** 9–15 November is last week; t1 was unhappy in the week before, t2 twice in the same week. */
const surveys = [
  answer("a1", "2026-11-04", 1, { ticket: "t1" }),
  answer("a2", "2026-11-10", 5, { ticket: "t1" }),
  answer("a3", "2026-11-11", 2, { ticket: "t2" }),
  answer("a4", "2026-11-12", 5, { ticket: "t2" }),
  answer("a5", "2026-11-13", 5, { ticket: "t3" }),
  answer("a6", "2026-11-16", 1, { ticket: "t3" }),
  answer("a7", "2026-11-12", 1),
];
const before = { kind: "week", year: 2026, week: 45 } as const;
const lastWeek = { kind: "week", year: 2026, week: 46 } as const;

test.each([
  ["latest", { last: [2, 3], before: [0, 0] }],
  ["first", { last: [1, 3], before: [0, 1] }],
  ["every", { last: [3, 5], before: [0, 1] }],
])("rating:%s counts one answer of a ticket, on its own day", async (rating, expected) => {
  const reports = await reportsOver({ surveys });
  for (const [period, [satisfied, all]] of [
    [lastWeek, expected.last],
    [before, expected.before],
  ] as const) {
    const told = await ask(reports, { kpi: "csat", period, options: { rating } });
    expect([told.numerator, told.denominator]).toEqual([satisfied, all]);
  }
});

test("the latest counts where nothing is said, and the others are named", async () => {
  const { warnings, numerator, denominator } = await ask(await reportsOver({ surveys }), {
    kpi: "csat",
    period: lastWeek,
  });
  expect([numerator, denominator]).toEqual([2, 3]);
  expect(warnings).toContainEqual({
    code: "rated_again",
    text: "2 answers are left out: their tickets were rated more than once, and one rating counts.",
  });
});

test("before somebody rated again there was nothing to replace", async () => {
  const reports = await reportsOver(
    { surveys },
    { at: new Date("2026-11-12T00:00:00Z"), hideLater: true },
  );
  const { value, sample, warnings } = await ask(reports, { kpi: "csat", period: lastWeek });
  expect([value, sample]).toEqual([50, 2]);
  expect(codes(warnings)).not.toContain("rated_again");
});

test("each source has its own tickets, and each kind of survey its own answers", async () => {
  const others = [
    answer("a4", "2026-11-13", 1, { ticket: "t2", source: "another" }),
    answer("b1", "2026-11-14", 1, { ticket: "t2", kind: "esat" }),
    answer("b2", "2026-11-14", 1, { ticket: "t2", score: null }),
  ];
  const reports = await reportsOver({ surveys: [...surveys, ...others] });
  const { numerator, denominator } = await ask(reports, { kpi: "csat", period: lastWeek });
  expect([numerator, denominator]).toEqual([2, 4]);
});

test("days add up to their week, and a filter hides no rating", async () => {
  const split = surveys.map((row) => ({ ...row, channel: row.score > 2 ? "email" : "chat" }));
  const reports = await reportsOver({ surveys: split });
  const byDay = await ask(reports, { kpi: "csat", period: lastWeek, every: "day" });
  expect(byDay.series.reduce((sum, { sample }) => sum + sample, 0)).toBe(byDay.sample);
  const where = { channel: { in: ["chat"] } };
  const ofChat = await ask(reports, { kpi: "csat", period: lastWeek, where });
  expect([ofChat.numerator, ofChat.denominator]).toEqual([0, 1]);
});

test("the receipt names the rule, the answers left out and the ones that count", async () => {
  const reports = await reportsOver({ surveys });
  const receipt = await reports.receipt(
    question({ kpi: "csat", period: lastWeek, options: { rating: "first" } }),
    "en",
  );
  if (!("records" in receipt)) throw new Error("no receipt");
  expect(receipt.changed).toEqual([{ name: "rating", value: "first", from: "asked" }]);
  expect(receipt.options).toMatchObject({ rating: "first" });
  expect(receipt.records.records.map(({ id }) => id).toSorted()).toEqual(["a3", "a5", "a7"]);
  expect(codes(receipt.rows.leftOut)).toContain("rated_again");
});

test.each(locales)(
  "a way of rating that is none is refused with those there are (%s)",
  async (locale) => {
    const { desk } = await deskOver({ surveys });
    const reply = await kpi.run("csat rating:last", anAsker({ locale }), desk);
    if (reply.kind !== "page" || !reply.refused) throw new Error("answered");
    expect(JSON.stringify(reply)).toContain(
      locale === "zh-TW" ? "latest、first、every" : "latest, first, every",
    );
    const staff = await kpi.run("esat rating:first", anAsker({ locale }), desk);
    expect(staff).toMatchObject({ refused: true });
  },
);
