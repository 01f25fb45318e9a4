import { expect, test } from "vitest";
import type { DrawnMessage } from "../../src/blocks/block.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { anAnswer } from "../fixtures/answer.ts";
import { draw, all, daysOf } from "./draw-answer.ts";

const tablesIn = ({ blocks }: DrawnMessage) =>
  blocks.filter((block) => block.type === "data_table");

test("pieces of the period are a table beside the chart", () => {
  const message = draw(anAnswer({ series: daysOf(4) }), "en", "day");
  const [table, ...others] = tablesIn(message);
  expect(others).toEqual([]);
  expect(table?.caption).toBe("First contact resolution by day");
  expect(table?.rows[0]).toEqual([
    { type: "raw_text", text: "Day" },
    { type: "raw_text", text: "First contact resolution" },
    { type: "raw_text", text: "Records" },
  ]);
  expect(table?.rows).toHaveLength(5);
  expect(table?.rows[2]).toMatchObject([
    { text: expect.stringMatching(/^Wed,? 2 Sept 2026$/u) },
    { type: "raw_number", value: 1 },
    { type: "raw_number", value: 1_001, text: "1,001" },
  ]);
  expect(table?.rows[3]?.[1]).toEqual({ type: "raw_text", text: "No data" });
  expect(message.blocks.map(({ type }) => type)).toContain("data_visualization");
});

test("the periods before are a chart and no table", () => {
  expect(tablesIn(draw(anAnswer()))).toEqual([]);
});

test("more pieces than a chart takes are a table and a line of text, never half a chart", () => {
  const message = draw(anAnswer({ series: daysOf(21) }), "en", "day");
  expect(message.blocks.map(({ type }) => type)).not.toContain("data_visualization");
  expect(all(message)).toContain("Over the period: ▁");
  expect(tablesIn(message)[0]?.rows).toHaveLength(22);
  const few = draw(anAnswer({ series: daysOf(20) }), "en", "day");
  expect(few.blocks.map(({ type }) => type)).toContain("data_visualization");
});

test("pieces of which none has a figure are no table", () => {
  const series = daysOf(3).slice(2);
  expect(tablesIn(draw(anAnswer({ series }), "en", "day"))).toEqual([]);
});

test("pieces and segments stand in one message together, and what had no room is said", () => {
  const figure = { numerator: 1, denominator: 2, variants: {}, interval: null, value: 50 };
  const segments = Array.from({ length: 100 }, (_, at) => ({
    ...figure,
    key: { agent: `An agent whose name is as long as a name can be, number ${at}` },
    sample: 2,
  }));
  const message = draw(anAnswer({ series: daysOf(100), segments }), "en", "day");
  const [pieces, split] = tablesIn(message);
  expect(pieces?.rows).toHaveLength(101);
  const left = 101 - (split?.rows.length ?? 0);
  expect(left).toBeGreaterThan(0);
  expect(all(message)).toContain(`${left} more rows are not shown`);
  expect(checkBlocks("message", message)).toEqual([]);
});

test("segments are a table that sorts by number and shows text", () => {
  const figure = {
    numerator: 1,
    denominator: 2,
    variants: {},
    interval: null,
  };
  const message = draw(
    anAnswer({
      segments: [
        { ...figure, key: { channel: "email" }, value: 50, sample: 2 },
        { ...figure, key: { channel: null }, value: null, sample: 0 },
      ],
    }),
  );
  const table = message.blocks.find((block) => block.type === "data_table")!;
  expect(table.rows).toEqual([
    [
      { type: "raw_text", text: "Channel" },
      { type: "raw_text", text: "First contact resolution" },
      { type: "raw_text", text: "Records" },
    ],
    [
      { type: "raw_text", text: "email" },
      { type: "raw_number", value: 50, text: expect.stringMatching(/^50\.0\s%$/u) },
      { type: "raw_number", value: 2, text: "2" },
    ],
    [
      { type: "raw_text", text: "not set" },
      { type: "raw_text", text: "No data" },
      { type: "raw_number", value: 0, text: "0" },
    ],
  ]);
});

test("a league shows ranks, what each was before the mix was taken out, the interval, and the rest", () => {
  const figure = { value: 62, numerator: 31, denominator: 50, sample: 50 };
  const interval = { low: 48, high: 74, level: 0.95 } as const;
  const message = draw(
    anAnswer({
      segments: [
        { ...figure, key: { agent: "Ann" }, variants: { crude: 60 }, interval, rank: 1 },
        { ...figure, key: { agent: "Ben" }, variants: { crude: null }, interval: null },
        { ...figure, key: { agent: "Cem" }, variants: {}, interval: null },
      ],
      other: { ...figure, after: 2, groups: 3, variants: {}, interval: null },
    }),
  );
  const table = message.blocks.find((block) => block.type === "data_table")!;
  expect(table.rows.map((row) => row.map((cell) => ("text" in cell ? cell.text : "")))).toEqual([
    ["Agent", "Rank", "First contact resolution", "Unadjusted", "Likely between", "Records"],
    ["Ann", "1", "62.0 %", "60.0 %", "48.0 % – 74.0 %", "50"],
    ["Ben", "–", "62.0 %", "No data", "–", "50"],
    ["Other (3)", "–", "62.0 %", "–", "–", "50"],
  ]);
});

test("targets of their own stand beside the figures of the channels that have one", () => {
  const figure = {
    value: 50,
    numerator: 1,
    denominator: 2,
    sample: 2,
    variants: {},
    interval: null,
  };
  const segments = [
    { ...figure, key: { channel: "email" }, target: 80 },
    { ...figure, key: { channel: "fax" } },
  ];
  const table = draw(anAnswer({ segments })).blocks.find(({ type }) => type === "data_table")!;
  const texts = JSON.stringify(table).replaceAll(/[^\S\n]/gu, " ");
  expect(texts).toContain(
    '"Target"},{"type":"raw_text","text":"Records"}],[{"type":"raw_text","text":"email"},',
  );
  expect(texts).toContain('{"type":"raw_number","text":"80 %","value":80}');
  expect(texts).toContain('{"type":"raw_text","text":"–"}');
});

test("more segments than a table holds are counted, not dropped in silence", () => {
  const segments = Array.from({ length: 130 }, (_, index) => ({
    key: { agent: `Agent ${index}` },
    value: 50,
    numerator: 1,
    denominator: 2,
    sample: 2,
    variants: {},
    interval: null,
  }));
  const message = draw(anAnswer({ segments }));
  const table = message.blocks.find((block) => block.type === "data_table")!;
  expect(table.rows).toHaveLength(101);
  expect(all(message)).toContain("30 more rows are not shown");
});
