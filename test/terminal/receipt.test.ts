import { describe, expect, test } from "vitest";
import { configText, newPlace, type } from "./desk.ts";

const rows = [
  "c1,2026-11-10 10:00,Y,20,Ann",
  "c2,2026-11-10 11:00,N,30,Ann",
  "c3,2026-11-11 10:00,Y,40,Ben",
  ...Array.from({ length: 300 }, (_, at) => `d${at},2026-10-01 10:00,Y,10,Ann`),
  "bad,2026-11-33 10:00,Y,20,Ann",
];

describe("over a file with a broken row and one left out", () => {
  const config = `${configText}    exclude: [{ column: id, is: d0 }]\n`;

  test("a receipt says it all as text", async () => {
    const place = newPlace(rows, config);
    expect((await type(["pull"], { place })).err).toBe("");
    const { exit, out } = await type(["kpi", "receipt", "answer_rate", "last-week"], { place });
    expect(exit).toBe(0);
    expect(out).toContain("100 × calls_handled (2) ÷ calls_offered (3) = 66.7 %");
    expect(out).toContain("phones: 304 rows read, 1 set aside, 1 left out by “exclude”");
    expect(out).toContain("phones: queued_at: no such date × 1");
    expect(out).toMatch(/c1 +adds to the figure/u);
    expect(out).toMatch(/c2 +counted, adds nothing/u);
    expect(out).toContain('from "calls"');
    expect(out).toMatch(/^-- \$\d = 2026-11-08T23:00:00\.000$/mu);
  });

  test("and as JSON, unrounded", async () => {
    const place = newPlace(rows, config);
    await type(["pull"], { place });
    const { out } = await type(["kpi", "receipt", "answer_rate", "--json"], { place });
    expect(JSON.parse(out)).toMatchObject({
      kind: "receipt",
      kpi: "answer_rate",
      definition: "answer_rate@1",
      value: 200 / 3,
      period: { from: "2026-11-08T23:00:00.000Z" },
      sources: [{ badRows: 1, excluded: 1 }],
      records: { total: 3 },
    });
  });
});

test("an answer says that rows were set aside, and the receipt why, in the language of the reader", async () => {
  const place = newPlace(rows);
  await type(["pull"], { place });
  const { out } = await type(["kpi", "answer_rate", "--json"], { place });
  expect(JSON.parse(out).warnings).toContainEqual({
    code: "set_aside",
    text: "phones: 1 row was set aside at the last pull; the receipt says why.",
  });
  const reasons = {
    ko: "queued_at: 없는 날짜 × 1",
    ru: "queued_at: такой даты нет × 1",
    "zh-TW": "queued_at：沒有這個日期 × 1",
  };
  for (const [lang, reason] of Object.entries(reasons)) {
    const said = await type(["kpi", "receipt", "answer_rate", "--lang", lang], { place });
    expect(said.out).toContain(reason);
  }
});

test("a definition changed in goalpost.yml says so on the figure, its definition and its receipt", async () => {
  const config = `${configText}kpis: { service_level: { within: 30s } }\n`;
  const place = newPlace(rows.slice(0, 3), config);
  await type(["pull"], { place });
  for (const words of ["service_level", "receipt service_level", "define service_level"]) {
    const { out } = await type(["kpi", ...words.split(" ")], { place });
    expect(out).toContain("service_level@1, within: 30s (configured)");
  }
  const { out } = await type(["kpi", "service_level", "--json"], { place });
  expect(JSON.parse(out)).toMatchObject({ definition: "service_level@1" });
});
