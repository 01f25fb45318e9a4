import { describe, expect, test } from "vitest";
import { checkBlocks, type Surface } from "../../src/playground/block-kit/check-blocks.ts";
import { checkView } from "../../src/playground/block-kit/check-view.ts";
import {
  carousel,
  dataTable,
  everyInput,
  everyMessageBlock,
  lineChart,
  moreMessageBlocks,
} from "./show-blocks.ts";

const plain = (text: string) => ({ type: "plain_text", text });
const divider = { type: "divider" };
const button = { type: "button", action_id: "a", text: plain("x") };
const pointers = (blocks: readonly object[], surface: Surface = "message"): readonly string[] => {
  const checked = checkBlocks(blocks, surface);
  return checked.ok ? [] : checked.faults.map(({ pointer }) => pointer);
};

test("everything our show sends is taken where it belongs", () => {
  expect(pointers(everyMessageBlock)).toEqual([]);
  expect(pointers(moreMessageBlocks)).toEqual([]);
  expect(pointers(everyInput("77 %"), "modal")).toEqual([]);
  expect(pointers([carousel, dataTable], "home")).toEqual([]);
});

const table = (rows: number, columns = 2) => ({
  ...dataTable,
  rows: Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => ({ type: "raw_text", text: "x" })),
  ),
});

describe("refused, with a pointer to the fault", () => {
  test.each([
    ["an unknown type", [{ type: "bogus" }], "/blocks/0/type"],
    [
      "a header of 151 characters",
      [{ type: "header", text: plain("x".repeat(151)) }],
      "/blocks/0/text/text",
    ],
    ["an empty text", [{ type: "header", text: plain("") }], "/blocks/0/text/text"],
    ["a key Slack does not know", [{ ...divider, colour: "red" }], "/blocks/0"],
    ["51 blocks", Array.from({ length: 51 }, () => divider), "/blocks"],
    [
      "26 elements in a row",
      [{ type: "actions", elements: Array.from({ length: 26 }, () => button) }],
      "/blocks/0/elements",
    ],
    [
      "a block id used twice",
      [
        { ...divider, block_id: "a" },
        { ...divider, block_id: "a" },
      ],
      "/blocks/1/block_id",
    ],
    ["a third chart", [lineChart, lineChart, lineChart], "/blocks"],
    [
      "a table with a short row",
      [{ ...dataTable, rows: [...dataTable.rows, [{ type: "raw_text", text: "x" }]] }],
      "/blocks/0/rows",
    ],
    ["102 rows", [table(102)], "/blocks/0/rows"],
    ["21 columns", [table(3, 21)], "/blocks/0/rows/0"],
    [
      "eleven fields",
      [{ type: "section", fields: Array.from({ length: 11 }, () => plain("x")) }],
      "/blocks/0/fields",
    ],
    ["a section without words", [{ type: "section" }], "/blocks/0"],
    ["an alert in a message", [{ type: "alert", text: plain("x") }], "/blocks/0/type"],
  ])("%s", (_name, blocks, pointer) => {
    expect(pointers(blocks)).toContain(pointer);
  });
});

test("the limit itself is taken", () => {
  expect(pointers([{ type: "header", text: plain("x".repeat(150)) }])).toEqual([]);
  expect(pointers(Array.from({ length: 50 }, () => divider))).toEqual([]);
  expect(pointers([table(101, 20)])).toEqual([]);
  expect(pointers([lineChart, lineChart])).toEqual([]);
});

test("charts and tables have no place in a modal, charts none on the home", () => {
  expect(pointers([lineChart], "modal")).toEqual(["/blocks/0/type"]);
  expect(pointers([dataTable], "modal")).toEqual(["/blocks/0/type"]);
  expect(pointers([lineChart], "home")).toEqual(["/blocks/0/type"]);
});

test("too much text in one message has its own word", () => {
  const long = { type: "section", text: { type: "mrkdwn", text: "x".repeat(3000) } };
  expect(checkBlocks([long, long, long, long, long], "message")).toMatchObject({
    ok: false,
    error: "msg_blocks_too_long",
  });
});

const fault = (view: object) => {
  const checked = checkView(view);
  return checked.ok ? null : (checked.faults[0]?.pointer ?? checked.error);
};

test("a form needs a way to send it, a short title and at most 250 kB", () => {
  const modal = { type: "modal", title: plain("Goal"), blocks: [] as object[] };
  expect(fault(modal)).toBeNull();
  expect(fault({ ...modal, blocks: everyInput("1") })).toBe("/view/submit");
  expect(fault({ ...modal, title: plain("x".repeat(25)) })).toBe("/view/title/text");
  expect(fault({ ...modal, private_metadata: "x".repeat(3001) })).toBe("/view/private_metadata");
  expect(fault({ ...modal, private_metadata: "x".repeat(250_001) })).toBe("view_too_large");
});
