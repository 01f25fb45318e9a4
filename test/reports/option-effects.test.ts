import { describe, expect, test } from "vitest";
import { locales, type Locale } from "../../src/i18n/locale.ts";
import { anAsker, deskOver } from "../commands/desk-for-tests.ts";
import { kpi } from "../../commands/kpi.ts";
import type { Question } from "../../src/reports/question.ts";
import { ask, codes, question, reportsOver, settings, ticketsOn } from "./ask.ts";

const calls = Array.from({ length: 40 }, (_, at) => ({
  id: `${at}`,
  customer: `c${at}`,
  queued_at: new Date("2026-11-10T09:00:00Z"),
  outcome: at % 4 === 0 ? "abandoned" : "handled",
  wait_seconds: at,
}));
const rows = { tickets: ticketsOn("2026-11-10", 40, 20, { channel: "email" }), calls };

const asked = (options: Question["options"]) => ({ kpi: "fcr", options }) as const;

async function refused(words: string, locale: Locale = "en") {
  const { desk } = await deskOver(rows);
  const reply = await kpi.run(words, anAsker({ locale }), desk);
  if (reply.kind !== "page" || !reply.refused) throw new Error(`answered: ${words}`);
  return reply;
}

describe("an option without effect", () => {
  test("is said to have none, and is neither of the definition nor in force", async () => {
    const reports = await reportsOver(rows);
    const tickets = asked({ kind: "tickets", window: 14 });
    const answer = await ask(reports, tickets);
    expect(answer.warnings).toContainEqual({
      code: "option_unused",
      text: "“window” has no effect on this figure as it is counted here.",
    });
    expect(answer).not.toHaveProperty("changed");
    const receipt = await reports.receipt(question(tickets), "en");
    expect(receipt).toMatchObject({ changed: [] });
    expect("options" in receipt && Object.keys(receipt.options)).toEqual(["kind", "denominator"]);
  });

  test.each(locales)("is refused with the question without it (%s)", async (locale) => {
    const { lines, choices } = await refused("fcr last-month kind:tickets window:14d", locale);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("window");
    expect(choices.map(({ words }) => words)).toEqual(["kpi fcr last-month kind:tickets"]);
  });

  test("is told from the same one where it counts", async () => {
    const answer = await ask(await reportsOver(rows), asked({ kind: "calls", window: 14 }));
    expect(codes(answer.warnings)).not.toContain("option_unused");
    expect(answer.changed).toContainEqual({ name: "window", value: 14, from: "asked" });
  });

  test("set in the configuration goes without a word: nobody asked for it here", async () => {
    const options = { fcr: { window: 14 } };
    const reports = await reportsOver(rows, { settings: { ...settings, options } });
    const answer = await ask(reports, asked({ kind: "tickets" }));
    expect(codes(answer.warnings)).not.toContain("option_unused");
    expect(answer).not.toHaveProperty("changed");
  });

  test.each([
    [{ variant: "offered", short_abandons: 3 }, true],
    [{ variant: "exclude_short", short_abandons: 3 }, false],
    [{ variant: "answered_only", within: 30 }, false],
  ])("depends on the others: %o", async (options, isUnused) => {
    const answer = await ask(await reportsOver(rows), { kpi: "service_level", options });
    expect(codes(answer.warnings).includes("option_unused")).toBe(isUnused);
  });
});

describe("words that contradict each other", () => {
  test.each([
    [
      "csat vs last-week",
      ["csat last-week", "csat last-week vs same-period-last-year"],
      "last-week cannot be compared with itself",
    ],
    [
      "csat 2026-W46 vs last-week",
      ["csat 2026-W46", "csat 2026-W46 vs same-period-last-year"],
      "2026-W46 cannot be compared with itself",
    ],
    ["csat top:5 last-month", ["csat last-month by channel top:5"], "“top” says how many groups"],
    [
      "service_level short_abandons:30s within:20s",
      ["service_level last-week within:20s"],
      "“short_abandons” may not be longer than “within”",
    ],
  ])("%s is refused with %j", async (words, choices, text) => {
    const page = await refused(words);
    expect(JSON.stringify(page)).toContain(JSON.stringify(text).slice(1, -1));
    expect(page.choices?.map((each) => each.words)).toEqual(choices.map((each) => `kpi ${each}`));
    for (const locale of locales) {
      expect(JSON.stringify(await refused(words, locale))).not.toMatch(/\{\w+\}|undefined/u);
    }
  });

  test("as long as each other is no contradiction, nor is another year", async () => {
    const { desk } = await deskOver(rows);
    for (const words of [
      "service_level short_abandons:20s within:20s",
      "csat vs same-period-last-year",
      "why fcr kind:tickets vs 2026-W40",
      "top csat top:5",
    ]) {
      expect(await kpi.run(words, anAsker(), desk)).not.toMatchObject({ refused: true });
    }
  });
});
