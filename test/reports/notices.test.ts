import { expect, test } from "vitest";
import { kpi } from "../../commands/kpi.ts";
import { locales } from "../../src/i18n/locale.ts";
import { anAsker, deskOver } from "../commands/desk-for-tests.ts";
import { ask, codes, now, question, reportsOver, settings } from "./ask.ts";

const daysBefore = (days: number): Date => new Date(+now - days * 86_400_000);

/** Sent so many days ago, and answered so many days later. */
const notice = (id: string, sent: number, answered: number | null, channel = "email") => ({
  id,
  channel,
  sent_at: daysBefore(sent),
  answered_at: answered === null ? null : daysBefore(sent - answered),
});

/** Now is 18 November: 7 days before it is the 11th, 12:00 in Berlin. */
const notices = [
  notice("at once", 15, 0),
  notice("on the last day", 14, 7),
  notice("too late", 13, 7.5),
  notice("never", 12, null, "letter"),
  notice("just over", 7.001, null),
  notice("just not over", 7, null),
  notice("new", 3, 1),
];
const calls = Array.from({ length: 40 }, (_, index) => ({
  id: String(index),
  queued_at: daysBefore(10),
  outcome: index < 10 ? "abandoned" : "handled",
  wait_seconds: 30,
}));
const period = { kind: "range", from: "2026-11-01", to: "2026-11-17" } as const;
const asked = { kpi: "abandonment_rate", period, options: { scope: "notices" } } as const;

test("what no customer answered in its days is abandoned; what can still be answered is not judged", async () => {
  const { numerator, denominator, sample, warnings } = await ask(
    await reportsOver({ notices, calls }),
    asked,
  );
  expect([numerator, denominator, sample]).toEqual([3, 5, 5]);
  expect(warnings).toContainEqual({
    code: "notices_open",
    text: "2 notices can still be answered in time and are not in the figure.",
  });
});

test.each([
  [1, [5, 7]],
  [14, [0, 1]],
])("window:%id asks for an answer in so many days", async (window, expected) => {
  const { numerator, denominator } = await ask(await reportsOver({ notices }), {
    ...asked,
    options: { scope: "notices", window },
  });
  expect([numerator, denominator]).toEqual(expected);
});

test("calls and notices are never mixed: calls where nothing is said", async () => {
  const reports = await reportsOver({ notices, calls });
  const of = await ask(reports, { kpi: "abandonment_rate", period });
  expect([of.numerator, of.denominator]).toEqual([10, 40]);
  const split = await ask(reports, { ...asked, by: ["channel"] });
  expect(split.segments.map(({ key, sample }) => [key["channel"], sample])).toEqual([
    ["email", 4],
    ["letter", 1],
  ]);
});

test("a target of calls is none of notices, unless those are what the configuration counts", async () => {
  const targets = { abandonment_rate: 5 };
  const options = { abandonment_rate: { scope: "notices" } };
  const plain = await reportsOver({ notices, calls }, { settings: { ...settings, targets } });
  expect((await ask(plain, asked)).target).toBeNull();
  expect((await ask(plain, { kpi: "abandonment_rate", period })).target).toMatchObject({
    value: 5,
  });
  const counted = { ...settings, targets, options };
  const configured = await reportsOver({ notices, calls }, { settings: counted });
  const own = await ask(configured, { kpi: "abandonment_rate", period });
  expect(own).toMatchObject({ denominator: 5, target: { value: 5 } });
});

test("where no source tells answers, or none sends notices, there is no figure", async () => {
  const silent = notices.map((each) => ({ ...each, answered_at: null }));
  const untold = await ask(await reportsOver({ notices: silent }), asked);
  expect(untold).toMatchObject({ value: null, reason: { code: "untold_events" } });
  expect(untold.reason?.text).toContain("answered_at");
  const none = await ask(await reportsOver({ calls }), asked);
  expect(none).toMatchObject({ value: null, reason: { code: "no_records" } });
});

test("before its days were over, a notice was not abandoned", async () => {
  const reports = await reportsOver({ notices }, { at: daysBefore(5.5), hideLater: true });
  const told = await ask(reports, asked);
  expect([told.numerator, told.denominator]).toEqual([1, 3]);
  expect(codes(told.warnings)).toContain("notices_open");
});

test("the receipt names scope and days, and the notices themselves", async () => {
  const receipt = await (await reportsOver({ notices, calls })).receipt(question(asked), "en");
  if (!("records" in receipt)) throw new Error("no receipt");
  expect(receipt.options).toEqual({ scope: "notices", window: 7 });
  expect(codes(receipt.rows.leftOut)).toEqual(["notices_open"]);
  const parts = receipt.records.records.map(({ id, part }) => [id, part] as const);
  expect(Object.fromEntries(parts)).toEqual({
    "at once": 0,
    "on the last day": 0,
    "too late": 1,
    never: 1,
    "just over": 1,
  });
});

test.each(locales)("options of the one scope are refused with the other (%s)", async (locale) => {
  const { desk } = await deskOver({ notices, calls });
  for (const [words, instead] of [
    ["abandonment_rate last-month window:3d", "kpi abandonment_rate last-month"],
    [
      "abandonment_rate last-month scope:notices short_abandons:5s",
      "kpi abandonment_rate last-month scope:notices",
    ],
  ] as const) {
    const reply = await kpi.run(words, anAsker({ locale }), desk);
    if (reply.kind !== "page") throw new Error("answered");
    expect(reply.choices.map((choice) => choice.words)).toEqual([instead]);
  }
});
