import { expect, test } from "vitest";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import {
  actions,
  alert,
  card,
  chart,
  context,
  dataTable,
  divider,
  fields,
  header,
  section,
  wordsButtons,
} from "../../src/blocks/factories.ts";
import { formView } from "../../src/blocks/form-view.ts";
import { homeView } from "../../src/blocks/home-view.ts";
import { seriesChart } from "../../src/charts/series-chart.ts";
import type { SentBlock } from "../../src/blocks/block.ts";

const line = seriesChart({
  name: "FCR",
  points: [
    { label: "a", value: 1 },
    { label: "b", value: 2 },
  ],
})!;
const long = "x".repeat(20_000);
const text = (length: number) => ({
  type: "section",
  text: { type: "mrkdwn", text: "x".repeat(length), verbatim: true },
});
const cell = (text: string) => ({ type: "raw_text", text });
const table = (rows: readonly unknown[]) => ({ type: "data_table", caption: "c", rows });
const message = (blocks: readonly unknown[]) => ({ text: "FCR", blocks });
const faultsIn = (blocks: readonly unknown[]) =>
  checkBlocks("message", message(blocks)).map(({ pointer, problem }) => `${pointer} ${problem}`);

test("whatever the factories make of the longest texts is within the rules", () => {
  const button = { label: long, words: "kpi fcr" };
  const blocks: SentBlock[] = [
    header(long),
    section(long),
    ...fields([long, long]),
    context([long]),
    divider(),
    ...actions(wordsButtons(Array.from({ length: 60 }, () => button))),
    card({ title: long, subtitle: long, body: long, buttons: wordsButtons([button]) }),
    dataTable({ caption: long, columns: ["a"], rows: [["b"]] }),
    chart(long, line),
  ];
  for (const block of blocks) expect(faultsIn([block])).toEqual([]);
});

test("a message without text, without blocks or with too many is refused", () => {
  expect(checkBlocks("message", { blocks: [divider()] })).not.toEqual([]);
  expect(faultsIn([])).not.toEqual([]);
  expect(faultsIn(Array.from({ length: 50 }, divider))).toEqual([]);
  expect(faultsIn(Array.from({ length: 51 }, divider))).not.toEqual([]);
});

test("every limit is held: one more is a fault with its place", () => {
  expect(faultsIn([divider(), text(3000)])).toEqual([]);
  expect(faultsIn([divider(), text(3001)])).toEqual([
    expect.stringMatching(/^\/blocks\/1\/text\/text /u),
  ]);
  expect(faultsIn([{ type: "section" }])).toEqual([expect.stringContaining("needs a text")]);
  expect(faultsIn([{ type: "banner" }])).not.toEqual([]);
  expect(faultsIn([{ ...divider(), colour: "red" }])).not.toEqual([]);
  expect(faultsIn([chart("a", line), chart("b", line)])).toEqual([]);
  expect(faultsIn([chart("a", line), chart("b", line), chart("c", line)])).toEqual([
    "/blocks 3 charts, at most 2",
  ]);
  expect(faultsIn(Array.from({ length: 5 }, () => text(3000)))).toEqual([
    expect.stringContaining("characters, at most"),
  ]);
});

test("mrkdwn that Slack would link by itself is a fault", () => {
  expect(
    faultsIn([{ type: "section", text: { type: "mrkdwn", text: "see evil.example" } }]),
  ).toEqual([expect.stringMatching(/^\/blocks\/0\/text\/verbatim /u)]);
});

test("ids that stand twice are named", () => {
  const twice = { ...divider(), block_id: "d" };
  expect(faultsIn([twice, twice])).toEqual(["/blocks/1/block_id stands twice"]);
  const [button] = wordsButtons([{ label: "a", words: "b" }]);
  expect(faultsIn([{ type: "actions", elements: [button, button] }])).toEqual([
    "/blocks/0 an action_id stands twice",
  ]);
});

test("a table with ragged rows, too many of them, or too much in them is refused", () => {
  expect(faultsIn([table([[cell("a")], [cell("b")]])])).toEqual([]);
  expect(faultsIn([table([[cell("a")], [cell("b"), cell("c")]])])).toEqual([
    "/blocks/0 its rows differ in length",
  ]);
  expect(faultsIn([table(Array.from({ length: 101 }, () => [cell("a")]))])).toEqual([]);
  expect(faultsIn([table(Array.from({ length: 102 }, () => [cell("a")]))])).not.toEqual([]);
  expect(faultsIn([table([[cell("a")], [cell(long)]])])).toEqual([
    "/blocks/0 its cells hold too much text",
  ]);
});

test("each surface takes only the blocks it shows", () => {
  expect(faultsIn([alert("a", "info")])).toEqual(["/blocks/0 a message shows no alert"]);
  const modal = formView(
    { title: "Goal", submit: "Save", notices: ["n"], fields: [] },
    { metadata: "", close: "Cancel", locale: "en" },
  );
  expect(checkBlocks("modal", modal)).toEqual([]);
  expect(checkBlocks("modal", { ...modal, blocks: [chart("c", line)] })).toEqual([
    { pointer: "/blocks/0", problem: "a modal shows no data_visualization" },
  ]);
  expect(checkBlocks("home", { type: "home", blocks: [chart("c", line)] })).not.toEqual([]);
  expect(checkBlocks("home", homeView([[chart("c", line), alert("a", "info")]], "empty"))).toEqual(
    [],
  );
});
