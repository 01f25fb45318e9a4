import * as fc from "fast-check";
import { expect, test } from "vitest";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { toClassic } from "../../src/blocks/classic-blocks.ts";
import { pageBlocks, type PageTexts } from "../../src/blocks/page-blocks.ts";

const page = (change: Partial<PageTexts>): PageTexts => ({
  title: null,
  lines: [],
  table: null,
  choices: [],
  hint: null,
  ...change,
});

test("a page keeps its order: title, lines, table, choices, hint", () => {
  const { blocks, text } = pageBlocks(
    page({
      title: "Did you mean?",
      lines: ["There is no <fcrr>."],
      table: { columns: ["Name"], rows: [["fcr"]] },
      choices: [{ label: "FCR", words: "kpi fcr" }],
      hint: "Type /kpi list.",
    }),
    "en",
  );
  expect(blocks.map(({ type }) => type)).toEqual([
    "header",
    "section",
    "data_table",
    "actions",
    "context",
  ]);
  expect(text).toBe("Did you mean?\nThere is no &lt;fcrr&gt;.\nType /kpi list.");
  expect(blocks.at(-2)).toMatchObject({
    elements: [{ action_id: "say:0", value: "kpi fcr", text: { text: "FCR" } }],
  });
});

test("an old Slack gets the table as lines", () => {
  const table = {
    columns: ["KPI", "Value"],
    rows: [
      ["FCR", "71 %"],
      ["*CSAT*", "4.2"],
    ],
  };
  expect(toClassic(pageBlocks(page({ table }), "en").blocks)).toMatchObject([
    {
      type: "section",
      text: { text: "*KPI · Value*\n*FCR* · Value: 71 %\n*∗CSAT∗* · Value: 4.2" },
    },
  ]);
});

test("any page is one that Slack takes, old or new", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.constant("&".repeat(4_000)),
  );
  const pages = fc.record({
    title: fc.option(text),
    lines: fc.array(text, { maxLength: 60 }),
    table: fc.option(
      fc.integer({ min: 1, max: 25 }).chain((columns) =>
        fc.record({
          columns: fc.array(text, { minLength: columns, maxLength: columns }),
          rows: fc.array(fc.array(text, { minLength: columns, maxLength: columns }), {
            maxLength: 120,
          }),
        }),
      ),
    ),
    choices: fc.array(
      fc.record({ label: text, words: fc.string({ minLength: 1, maxLength: 2_500 }) }),
      { maxLength: 40 },
    ),
    hint: fc.option(text),
  });
  fc.assert(
    fc.property(pages, (some) => {
      const message = pageBlocks(some, "ru");
      expect(checkBlocks("message", message)).toEqual([]);
      const classic = { ...message, blocks: toClassic(message.blocks) };
      expect(checkBlocks("message", classic)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test("a channel in a table is named by Slack, and anything else stays text", () => {
  const drawn = pageBlocks(
    page({
      title: "Digests",
      table: {
        columns: ["Digest", "Channel"],
        rows: [
          ["d1", { channel: "C0LEADS" }],
          ["d2", { channel: "<!channel>" }],
        ],
      },
    }),
    "en",
  );
  const mention = { type: "channel", channel_id: "C0LEADS" };
  expect(drawn.blocks).toMatchObject([
    {
      type: "data_table",
      caption: "Digests",
      rows: [
        [{ text: "Digest" }, { text: "Channel" }],
        [{ text: "d1" }, { type: "rich_text", elements: [{ elements: [mention] }] }],
        [{ text: "d2" }, { type: "raw_text", text: "<!channel>" }],
      ],
    },
  ]);
  expect(checkBlocks("message", drawn)).toEqual([]);
  expect(toClassic(drawn.blocks)).toMatchObject([
    {
      text: {
        text: "*Digests*\n*d1* · Channel: <#C0LEADS>\n*d2* · Channel: &lt;!channel&gt;",
      },
    },
  ]);
});

const headingsOf = (change: Partial<PageTexts>): readonly string[] =>
  pageBlocks(page(change), "en").blocks.map((block) =>
    block.type === "data_table" ? block.caption : block.type,
  );

test("a title is said once: on the table where there is nothing else", () => {
  const table = { columns: ["Name"], rows: [["fcr"]] };
  expect(headingsOf({ title: "KPIs", table })).toEqual(["KPIs"]);
  expect(
    headingsOf({ title: "FCR", lines: ["A share."], table: { ...table, caption: "Options" } }),
  ).toEqual(["header", "section", "Options"]);
});
