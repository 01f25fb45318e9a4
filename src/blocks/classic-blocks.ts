import type {
  ActionsBlock,
  CardBlock,
  DataTableBlock,
  RichTextBlock,
  SectionBlock,
} from "@slack/types";
import { sparkline } from "../charts/sparkline.ts";
import type { DataVisualizationBlock, SentBlock } from "./block.ts";
import { section } from "./factories.ts";
import { lengthOfText } from "./length-of-text.ts";
import { limits } from "./limits.ts";
import { joinMarkup, md, type Markup } from "./text.ts";

/**
 * The same with the oldest blocks only: every Slack and every surface shows them. Charts become a
 * line of bars, tables become lines, cards become text.
 */
export function toClassic(blocks: readonly SentBlock[]): SentBlock[] {
  const drawn = blocks.map((block) => (block.type === "data_table" ? block : inWords(block)));
  const words = drawn.filter((each) => Array.isArray(each));
  let room = limits.messageBlocksText - lengthOfText(words);
  return drawn.flatMap((each) => {
    if (Array.isArray(each)) return each;
    const lines = tableInWords(each, Math.min(limits.sectionText, room));
    room -= lengthOfText(lines);
    return [lines];
  });
}

function inWords(block: Exclude<SentBlock, DataTableBlock>): SentBlock[] {
  switch (block.type) {
    case "data_visualization":
      return [chartInWords(block)];
    case "card":
      return cardInWords(block);
    case "alert":
      return [section(block.text.text)];
    case "actions":
    case "context":
    case "divider":
    case "header":
    case "input":
    case "rich_text":
    case "section":
      return [block];
  }
}

function chartInWords({ title, chart }: DataVisualizationBlock): SectionBlock {
  const lines = chart.series.map(({ name, data }): Markup => {
    const values = new Map(data.map((point) => [point.label, point.value]));
    const picture = sparkline(
      chart.axis_config.categories.map((label) => values.get(label) ?? null),
    );
    const [first, last] = [data[0], data.at(-1)];
    return md`${name}: ${picture} (${first?.label ?? ""}: ${first?.value ?? ""} → ${last?.label ?? ""}: ${last?.value ?? ""})`;
  });
  return section(joinMarkup([md`*${title}*`, ...lines], "\n"));
}

function tableInWords({ caption, rows }: DataTableBlock, most: number): SectionBlock {
  const [columns = [], ...body] = rows.map((row) =>
    row.map((cell) => ("text" in cell ? cell.text : namesIn(cell))),
  );
  const lines = body.map(
    ([name = "", ...cells]) =>
      md`*${name}* · ${joinMarkup(
        cells.map((cell, index) => md`${columns[index + 1] ?? ""}: ${cell}`),
        " · ",
      )}`,
  );
  const heading = md`*${caption}*`;
  let room = most - heading.source.length - 20;
  const fitting = lines.findIndex((line) => (room -= line.source.length + 1) < 0);
  const shown = fitting === -1 ? lines : lines.slice(0, fitting);
  const left = lines.length - shown.length;
  return section(joinMarkup([heading, ...shown, ...(left === 0 ? [] : [`… +${left}`])], "\n"));
}

const namesIn = ({ elements }: RichTextBlock): Markup => ({
  kind: "markup",
  source: elements
    .flatMap((part) => (part.type === "rich_text_section" ? part.elements : []))
    .map((part) => {
      if (part.type === "channel") return `<#${part.channel_id}>`;
      return part.type === "user" ? `<@${part.user_id}>` : "";
    })
    .join(""),
});

/** A card's texts are markup already: they are kept as they stand. */
function cardInWords({
  title,
  subtitle,
  body,
  actions,
}: CardBlock): (SectionBlock | ActionsBlock)[] {
  const texts = [title, subtitle, body].flatMap((each) => (each === undefined ? [] : [each.text]));
  return [
    section(
      joinMarkup(
        texts.map((source) => ({ kind: "markup", source })),
        "\n",
      ),
    ),
    ...(actions === undefined ? [] : [{ type: "actions" as const, elements: actions }]),
  ];
}
