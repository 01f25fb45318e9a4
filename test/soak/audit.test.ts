import { expect, test } from "vitest";
import { locales } from "../../src/i18n/locale.ts";
import { calls, newPlace, openPlace, type } from "../terminal/desk.ts";

async function aPlace() {
  const place = newPlace(calls);
  const app = await openPlace(place);
  for (const words of [
    ["pull"],
    ["goal", "answer_rate", "target:80%", "owner:U0LEAD", "why:x"],
    ["goal", "pause", "g1", "--as", "U0LEAD"],
    ["kpi", "note", "2026-11-12", "phones down"],
  ]) {
    expect([words, (await type(words, { app })).exit]).toEqual([words, 0]);
  }
  await app.close();
  return place;
}

test("who changed what, when and through what, the latest first", async () => {
  const place = await aPlace();
  const { exit, out } = await type(["audit", "--json"], { place });
  expect(exit).toBe(0);
  const { lines } = JSON.parse(out) as { lines: Record<string, unknown>[] };
  expect(lines).toMatchObject([
    {
      who: "terminal",
      via: "terminal",
      edits: [{ collection: "notes", after: { text: "phones down" } }],
    },
    {
      who: "U0LEAD",
      via: "terminal",
      at: "2026-11-18T10:00:00.000Z",
      edits: [{ id: "g1", before: { paused: false }, after: { paused: true } }],
    },
    { who: "terminal", via: "terminal", edits: [{ id: "g1", before: null }] },
  ]);
});

test("of one thing by its id, as a table; of nothing, a refusal", async () => {
  const place = await aPlace();
  const { out } = await type(["audit", "G1"], { place });
  expect(out).toContain("g1: State: running → paused");
  expect(out).not.toContain("phones down");
  expect(await type(["audit", "g9"], { place })).toEqual({
    exit: 1,
    out: "",
    err: "Nothing is recorded of “g9”.\n",
  });
  expect((await type(["audit"], { place: newPlace(calls) })).err).toBe(
    "Nothing has been changed yet.\n",
  );
});

const said = {
  en: [
    "Target: 80",
    "State: running → paused",
    "Day: 12 November 2026; What happened: phones down",
  ],
  ko: ["목표값: 80", "상태: 진행 중 → 일시 중지", "날짜: 2026년 11월 12일; 있었던 일: phones down"],
  ru: [
    "Целевое значение: 80",
    "Важность: обычная",
    "Состояние: в работе → на паузе",
    "День: 12 ноября 2026 г.; Что произошло: phones down",
  ],
  "zh-TW": ["目標值：80", "狀態：進行中 → 已暫停", "日期：2026年11月12日；發生的事：phones down"],
};

test.each(locales)(
  "tells what people changed, in the words of their forms, and nothing of the machine's own: %s",
  async (lang) => {
    const place = await aPlace();
    const { out } = await type(["audit", "--lang", lang], { place });
    for (const part of said[lang]) expect(out).toContain(part);
    expect(out).not.toMatch(/submission|startsOn|revision|activeFrom|createdBy|createdAt|\[\]|\{/u);
    const { out: raw } = await type(["audit", "--json"], { place });
    for (const kept of ["submission", "revision", "createdBy"]) expect(raw).toContain(kept);
  },
);

test("a digest that is set up, changed and a check-in are told by what was filled in", async () => {
  const place = newPlace(calls);
  const app = await openPlace(place);
  const by = ["--as", "U0ADMIN"];
  for (const words of [
    ["pull"],
    ["digest", "new", "post_to:C0TEAM", "kpis:answer_rate,asa", "weekday:2", ...by],
    ["digest", "edit", "d1", "weekday:5", "lang:ko", ...by],
    ["goal", "answer_rate", "target:80%", "owner:U0LEAD", "why:x", ...by],
    ["goal", "check-in", "g1", "Called the vendor", ...by],
  ]) {
    const { exit, err } = await type(words, { app });
    expect([words, exit, err]).toEqual([words, 0, ""]);
  }
  await app.close();
  const { out } = await type(["audit"], { place });
  expect(out).toContain("d1: ");
  expect(out).toContain("KPIs: answer_rate, asa");
  expect(out).toContain("Day of the week: Tuesday → Friday");
  expect(out).toContain("Language: English → 한국어");
  expect(out).toContain("g1: Check-in: Called the vendor");
});

test("only admins read it", async () => {
  const place = await aPlace();
  expect((await type(["audit", "--as", "U0LEAD"], { place })).err).toBe(
    "Only admins may do this.\n",
  );
  expect((await type(["audit", "--as", "U0ADMIN"], { place })).exit).toBe(0);
});
