import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { toClassic } from "../../src/blocks/classic-blocks.ts";
import { sheetBlocks } from "../../src/blocks/sheet-blocks.ts";
import { webAddress, type Sheet } from "../../src/blocks/sheet.ts";
import { checkBlocks as checkAsSlack } from "../../src/playground/block-kit/check-blocks.ts";

const draw = (sheet: Sheet) =>
  sheetBlocks(sheet, {
    locale: "en",
    buttons: [{ label: "The figure", words: "kpi fcr last-week" }],
    whole: "kpi receipt fcr last-week",
  });
const textOf = (sheet: Sheet): string => JSON.stringify(draw(sheet).blocks);

test("a section has its heading, its lines, its records as links, and its code to copy", () => {
  const text = textOf({
    title: "How it was made",
    sections: [
      { heading: "Rows", lines: ["91 records are in the figure."] },
      {
        heading: "Records",
        lines: [],
        records: [
          { id: "T-1", url: "https://desk.example/?a=1&b=2", text: "adds to the figure" },
          { id: "T-2", url: null, text: "" },
        ],
      },
      { heading: "SQL", lines: [], code: "select count(*) from tickets" },
    ],
  });
  expect(text).toContain("*Rows*\\n91 records are in the figure.");
  expect(text).toContain("<https://desk.example/?a=1&amp;b=2|T-1> · adds to the figure");
  expect(text).toContain("• T-2");
  // The stars of a statement stay stars, or nobody could send it again.
  expect(text).toContain('"text":"select count(*) from tickets"');
});

test("what has no room is cut, and the words that show all of it stand there", () => {
  const lines = Array.from({ length: 400 }, (_, at) => `line ${at} `.padEnd(80, "x"));
  const text = textOf({
    title: "Long",
    sections: [
      { heading: "One", lines },
      { heading: "SQL", lines: [], code: "x".repeat(9_000) },
    ],
  });
  expect(text).toContain("goalpost kpi receipt fcr last-week");
  expect(text).toContain("line 0 ");
  expect(text).not.toContain("line 399 ");
  const short = textOf({ title: "Short", sections: [{ heading: "One", lines: ["all"] }] });
  expect(short).not.toContain("goalpost kpi receipt");
});

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom("<!channel>", "a & b", "*bold*", "한국어 ".repeat(300), "🙂".repeat(500), ""),
);
const anySheet: fc.Arbitrary<Sheet> = fc.record({
  title: anyText,
  sections: fc.array(
    fc.record(
      {
        heading: anyText,
        lines: fc.array(anyText, { maxLength: 12 }),
        table: fc.record({
          columns: fc.constant(["Key", "Before", "Now"]),
          rows: fc.array(fc.tuple(anyText, anyText, anyText), { maxLength: 40 }),
        }),
        records: fc.array(
          fc.record({
            id: anyText,
            url: fc
              .oneof(fc.constant(null), fc.webUrl({ withQueryParameters: true }))
              .map(webAddress),
            text: anyText,
          }),
          { maxLength: 6 },
        ),
        code: fc.oneof(
          fc.string({ minLength: 1, maxLength: 3_000 }),
          fc.constant("🙂".repeat(4_000)),
        ),
      },
      { requiredKeys: ["heading", "lines"] },
    ),
    { maxLength: 5 },
  ),
});

test("whatever a source holds, Slack takes the message, drawn and in words", () => {
  fc.assert(
    fc.property(anySheet, (sheet) => {
      const message = draw(sheet);
      expect(checkBlocks("message", message)).toEqual([]);
      expect(checkAsSlack([...message.blocks], "message")).toMatchObject({ ok: true });
      expect(checkBlocks("message", { ...message, blocks: toClassic(message.blocks) })).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

describe("an address becomes a link only where it is one of the web", () => {
  test.each([
    ["https://desk.example/t/1", "https://desk.example/t/1"],
    [" http://desk.example/a|b<c> ", "http://desk.example/a%7Cb%3Cc%3E"],
    ["javascript:alert(1)", null],
    ["data:text/html,x", null],
    ["ftp://desk.example/t", null],
    ["https://slack.com@evil.example/", null],
    ["/tickets/1", null],
    [`https://desk.example/${"x".repeat(1_000)}`, null],
    ["", null],
    [null, null],
  ])("%s", (given, wanted) => {
    expect(webAddress(given)).toBe(wanted);
  });
});
