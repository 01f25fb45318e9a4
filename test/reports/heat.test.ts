import { expect, test } from "vitest";
import { parseKpiWords } from "../../commands/words.ts";
import { questionToWords } from "../../commands/words/question-to-words.ts";
import { answerBlocks } from "../../src/blocks/answer-blocks.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { heatTexts } from "../../src/blocks/heat-table.ts";
import { locales } from "../../src/i18n/locale.ts";
import { ask, now, question, reportsOver } from "./ask.ts";

const hourMs = 3_600_000;
const berlin = new Intl.DateTimeFormat("en", {
  timeZone: "Europe/Berlin",
  weekday: "short",
  hour: "2-digit",
  hourCycle: "h23",
});
const names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
/** What the clock on the wall says, by the platform and not by us. */
function onTheWall(at: number): string {
  const parts = Object.fromEntries(
    berlin.formatToParts(at).map(({ type, value }) => [type, value]),
  );
  return `${names.indexOf(parts["weekday"]!) + 1} ${Number(parts["hour"])}`;
}

/** Every 97 minutes from February to November, and twenty more at one hour. */
const start = Date.parse("2026-02-01T00:13:00Z");
const times = [
  ...Array.from({ length: 4_300 }, (_, index) => start + index * 97 * 60_000),
  ...Array.from({ length: 20 }, (_, index) => Date.parse("2026-10-13T08:20:00Z") + index * 60_000),
];
const tickets = times.map((at, index) => ({
  id: String(index),
  channel: index % 3 === 0 ? "chat" : "email",
  created_at: new Date(at),
}));

function byHand(from: number, to: number, only: (index: number) => boolean = () => true) {
  const [counts, hours] = [new Map<string, number>(), new Map<string, number>()];
  for (let at = from; at < to; at += hourMs / 4) {
    hours.set(onTheWall(at), (hours.get(onTheWall(at)) ?? 0) + 0.25);
  }
  for (const [index, at] of times.entries()) {
    if (at < from || at >= to || !only(index)) continue;
    counts.set(onTheWall(at), (counts.get(onTheWall(at)) ?? 0) + 1);
  }
  return { counts, hours };
}

test.each([
  // The clock is turned back on Sunday 25 October, and forward on Sunday 29 March.
  [{ kind: "month", year: 2026, month: 10 }, "2026-09-30T22:00Z", "2026-10-31T23:00Z", "7 2", 5],
  [{ kind: "month", year: 2026, month: 3 }, "2026-02-28T23:00Z", "2026-03-31T22:00Z", "7 2", 4],
  // Up to now, Wednesday 12:00.
  [{ kind: "this", unit: "week" }, "2026-11-15T23:00Z", now.toISOString(), "3 12", 0],
] as const)(
  "counts of %o lie on the hours of the wall clock",
  async (period, from, to, hour, all) => {
    const answer = await ask(await reportsOver({ tickets }), {
      kpi: "ticket_volume",
      period,
      heat: true,
    });
    const { counts, hours } = byHand(Date.parse(from), Date.parse(to));
    const heat = answer.heat ?? [];
    expect(heat).toHaveLength(168);
    for (const each of heat) {
      const key = `${each.weekday} ${each.hour}`;
      expect([key, each.count, each.hours]).toEqual([
        key,
        counts.get(key) ?? 0,
        hours.get(key) ?? 0,
      ]);
    }
    expect(hours.get(hour) ?? 0).toBe(all);
    expect(heat.reduce((sum, { count }) => sum + count, 0)).toBe(answer.value);
  },
);

test("filters narrow it, and a stopped clock hides what came later", async () => {
  const at = new Date("2026-10-20T10:00:00Z");
  const reports = await reportsOver({ tickets }, { at, hideLater: true });
  const period = { kind: "month", year: 2026, month: 10 } as const;
  const where = { channel: { in: ["chat"] } };
  const { heat = [], value } = await ask(reports, {
    kpi: "ticket_volume",
    period,
    where,
    heat: true,
  });
  const from = Date.parse("2026-09-30T22:00Z");
  const { counts } = byHand(from, +at, (index) => index % 3 === 0);
  expect(heat.reduce((sum, { count }) => sum + count, 0)).toBe(value);
  expect(
    heat.filter((each) => each.count !== (counts.get(`${each.weekday} ${each.hour}`) ?? 0)),
  ).toEqual([]);
});

test("is a shaded table that names its peaks, in every language", async () => {
  const period = { kind: "month", year: 2026, month: 10 } as const;
  const answer = await ask(await reportsOver({ tickets }), {
    kpi: "ticket_volume",
    period,
    heat: true,
  });
  const texts = heatTexts(answer, "en")!;
  expect(texts.columns).toEqual(["Hour", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
  expect(texts.rows).toHaveLength(24);
  // Four Tuesdays in October: the twenty at 10:20 in Berlin and what else there was.
  const { counts } = byHand(Date.parse("2026-09-30T22:00Z"), Date.parse("2026-10-31T23:00Z"));
  const busiest = (counts.get("2 10") ?? 0) / 4;
  expect(texts.rows[10]?.[2]).toEqual({ value: busiest, text: `█ ${busiest}` });
  expect(texts.peaks).toMatch(
    new RegExp(`^Busiest, per hour: Tue 10:00–11:00 \\(${busiest}\\)`, "u"),
  );
  for (const locale of locales) {
    expect(JSON.stringify(heatTexts(answer, locale))).not.toMatch(/\{\w+\}|undefined|NaN/u);
  }
  const drawing = { locale: "en", every: null, zone: "UTC", buttons: [], share: null } as const;
  const message = answerBlocks(answer, { ...drawing, sharedBy: null });
  expect(checkBlocks("message", message)).toEqual([]);
  expect(message.blocks.filter(({ type }) => type === "data_table")).toHaveLength(1);
  const none = await ask(await reportsOver({ tickets }), {
    kpi: "ticket_volume",
    period: { kind: "year", year: 2020 },
    heat: true,
  });
  expect(heatTexts(none, "en")).toBeNull();
});

test.each(["fcr", "backlog", "csat"] as const)("%s is nothing to lay on hours", async (kpi) => {
  const reports = await reportsOver({ tickets });
  expect(await reports.answer(question({ kpi, heat: true }), "en")).toEqual({ fault: "no_heat" });
});

test.each([
  "ticket_volume last-month heat",
  "문의량 지난달 히트맵",
  "количество обращений за прошлый месяц по часам",
  "工單量 上個月 熱力圖",
])("%s asks for it", (words) => {
  const asked = parseKpiWords(words);
  if (asked.kind !== "question") throw new Error(JSON.stringify(asked));
  expect(questionToWords(asked.question)).toBe("ticket_volume last-month heat");
});

test("ready-made figures are in the count and in no hour, and the answer says so", async () => {
  const measures = [{ id: "m1", day: "2026-11-10", input: "tickets_created", value: 40 }];
  const asked = {
    kpi: "ticket_volume",
    period: { kind: "last", unit: "week" },
    heat: true,
    options: { kind: "tickets" },
  } as const;
  const both = await ask(await reportsOver({ tickets, measures }), asked);
  const records = await ask(await reportsOver({ tickets }), asked);
  const sum = (hours = records.heat) => hours?.reduce((total, { count }) => total + count, 0);
  expect(both.value).toBe((records.value ?? 0) + 40);
  expect(sum(both.heat)).toBe(sum());
  expect(both.warnings.map(({ code }) => code)).toContain("ready_made_hours");
  expect(records.warnings.map(({ code }) => code)).not.toContain("ready_made_hours");

  const alone = await ask(await reportsOver({ measures }), asked);
  expect(alone.value).toBe(40);
  expect(alone.heat).toBeUndefined();
  expect(alone.warnings.map(({ code }) => code)).toContain("ready_made_hours");
});
