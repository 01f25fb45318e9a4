import { expect, test } from "vitest";
import { kpi } from "../../commands/kpi.ts";
import { receiptSheet } from "../../src/blocks/receipt-sheet.ts";
import { locales } from "../../src/i18n/locale.ts";
import { anAsker, deskOver } from "../commands/desk-for-tests.ts";
import type { FixtureRow } from "../records/store-of.ts";
import { ask, codes, question, reportsOver, settings, ticketsOn } from "./ask.ts";

const of = (channel: string): FixtureRow => ({ channel });

/** 30 by e-mail, 10 on the phone: on Tuesday of last week. */
const tickets = [
  ...ticketsOn("2026-11-10", 30, 10, of("email")),
  ...ticketsOn("2026-11-10", 10, 5, of("phone")),
];
const costs = [
  { id: "1", day: "2026-11-10", kind: "Salaries", amount: 300, channel: "email" },
  { id: "2", day: "2026-11-10", kind: "Salaries", amount: 200, channel: "phone" },
  { id: "3", day: "2026-11-11", kind: "Rent", amount: 100 },
];
const perContact = { kpi: "cost_per_contact", by: ["channel"] } as const;

const keyed = (key: Readonly<Record<string, number>>) => ({
  settings: { ...settings, options: { cost_per_contact: { shared: "key", key } } },
});

const numerators = (segments: Awaited<ReturnType<typeof ask>>["segments"]) =>
  Object.fromEntries(segments.map(({ key, numerator }) => [key["channel"] ?? "", numerator]));

test("what all channels share stands apart until somebody says how it is spread", async () => {
  const { segments, warnings, numerator } = await ask(
    await reportsOver({ tickets, costs }),
    perContact,
  );
  expect(numerator).toBe(600);
  expect(numerators(segments)).toEqual({ email: 300, phone: 200 });
  expect(warnings).toContainEqual({
    code: "shared_costs",
    text: "€100.00 of the costs belong to no channel and are in no channel's figure. “shared:contacts” spreads them by contacts, “shared:key” by shares declared in goalpost.yml.",
  });
});

test("spread by contacts, each contact bears the same", async () => {
  const answer = await ask(await reportsOver({ tickets, costs }), {
    ...perContact,
    options: { shared: "contacts" },
  });
  expect(numerators(answer.segments)).toEqual({ email: 375, phone: 225 });
  expect(answer).toMatchObject({ numerator: 600, value: 15 });
  expect(codes(answer.warnings)).not.toContain("shared_costs");
});

test("spread by a declared key, in whatever spelling, also where one channel is asked for", async () => {
  const reports = await reportsOver({ tickets, costs }, keyed({ EMAIL: 20, " Phone": 80 }));
  const { segments, numerator, changed } = await ask(reports, perContact);
  expect(numerators(segments)).toEqual({ email: 320, phone: 280 });
  expect(numerator).toBe(600);
  expect(changed).toEqual([
    { name: "shared", value: "key", from: "configured" },
    { name: "key", value: { EMAIL: 20, " Phone": 80 }, from: "configured" },
  ]);
  const phone = await ask(reports, {
    kpi: "cost_per_contact",
    where: { channel: { in: ["phone"] } },
  });
  expect([phone.numerator, phone.denominator]).toEqual([280, 10]);
});

test("a channel that the key names and no record has bears its part, and is found by its name", async () => {
  const reports = await reportsOver({ tickets, costs }, keyed({ email: 40, phone: 35, Fax: 25 }));
  for (const [channel, numerator] of [
    [{ in: ["fax"] }, 25],
    [{ not_in: ["FAX", "phone"] }, 340],
  ] as const) {
    const told = await ask(reports, { kpi: "cost_per_contact", where: { channel } });
    expect(told.numerator).toBe(numerator);
  }
});

test("costs of which none has a channel can be split once they are spread", async () => {
  const rent = costs.slice(2);
  const apart = await ask(await reportsOver({ tickets, costs: rent }), perContact);
  expect(codes(apart.warnings)).toContain("one_sided");
  const options = { shared: "contacts" };
  const spread = await ask(await reportsOver({ tickets, costs: rent }), { ...perContact, options });
  expect(codes(spread.warnings)).not.toContain("one_sided");
  expect(numerators(spread.segments)).toEqual({ email: 75, phone: 25 });
});

test("contacts of the period alone are the key: of a month's rent a week gets its part", async () => {
  const earlier = ticketsOn("2026-11-03", 90, 1, of("phone"));
  const rent = [{ id: "1", month: "2026-11-01", amount: 3_000 }];
  const { segments } = await ask(
    await reportsOver({
      tickets: [...tickets, ...earlier],
      costs: [...costs.slice(0, 2), ...rent],
    }),
    { ...perContact, options: { shared: "contacts" } },
  );
  expect(numerators(segments)).toEqual({ email: 300 + 525, phone: 200 + 175 });
});

test.each(locales)("the receipt names how shared costs are spread (%s)", async (locale) => {
  const reports = await reportsOver({ tickets, costs }, keyed({ email: 20, phone: 80 }));
  const receipt = await reports.receipt(question(perContact), locale);
  if (!("records" in receipt)) throw new Error("no receipt");
  const sheet = receiptSheet(receipt, { locale, zone: "Europe/Berlin" });
  const [definition] = sheet.sections;
  expect(definition?.lines.join("\n")).toContain("key: email 20%; phone 80%");
});

test.each(locales)("a key that nobody declared is asked for in a sentence (%s)", async (locale) => {
  const { desk } = await deskOver({ tickets, costs });
  const words = "cost_per_contact last-month by channel shared:key";
  const reply = await kpi.run(words, anAsker({ locale }), desk);
  if (reply.kind !== "page" || !reply.refused) throw new Error("answered");
  expect(reply.lines[0]).toMatch(/goalpost\.yml.*key: \{ email: 60, phone: 40 \}.*[.。]$/u);
  expect(reply.choices.map((each) => each.words)).toEqual([
    "kpi cost_per_contact last-month by channel shared:contacts",
    "kpi cost_per_contact last-month by channel",
  ]);
  const typed = await kpi.run("cost_per_contact key:email", anAsker({ locale }), desk);
  expect(typed).toMatchObject({ refused: true });
});
