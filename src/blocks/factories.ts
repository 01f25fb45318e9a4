import type {
  ActionsBlock,
  AlertBlock,
  Button,
  CardBlock,
  ContextBlock,
  DataTableBlock,
  DividerBlock,
  HeaderBlock,
  MrkdwnElement,
  PlainTextElement,
  RichTextBlock,
  SectionBlock,
} from "@slack/types";
import type { AxisChart } from "../charts/series-chart.ts";
import type { DataVisualizationBlock, WordsButton } from "./block.ts";
import { limits } from "./limits.ts";
import { toMrkdwn, toPlain, type Writing } from "./text.ts";

/** `emoji: false`: a name from a source never turns into a picture. */
export const plain = (text: string, most: number): PlainTextElement => ({
  type: "plain_text",
  text: toPlain(text, most) || "–",
  emoji: false,
});

/** `verbatim`: Slack makes no link or mention of anything by itself. */
export const mrkdwn = (writing: Writing, most: number): MrkdwnElement => ({
  type: "mrkdwn",
  text: toMrkdwn(writing, most) || "–",
  verbatim: true,
});

export const header = (text: string): HeaderBlock => ({
  type: "header",
  text: plain(text.replaceAll("\n", " "), limits.headerText),
});

export const section = (writing: Writing): SectionBlock => ({
  type: "section",
  text: mrkdwn(writing, limits.sectionText),
});

/** Short texts side by side, in as many sections as ten a section need. */
export const fields = (writings: readonly Writing[]): SectionBlock[] =>
  inGroups(writings, limits.sectionFields).map((group) => ({
    type: "section",
    fields: group.map((writing) => mrkdwn(writing, limits.fieldText)),
  }));

export const context = (writings: readonly Writing[]): ContextBlock => ({
  type: "context",
  elements: writings
    .slice(0, limits.contextElements)
    .map((writing) => mrkdwn(writing, limits.contextText)),
});

export const divider = (): DividerBlock => ({ type: "divider" });

export const alert = (text: string, level: "info" | "warning" | "error"): AlertBlock => ({
  type: "alert",
  text: plain(text, limits.alertText),
  level,
});

/**
 * A button whose press says its words for the person: `say:0`, `say:1`, … in one message. One whose
 * words Slack could not carry is left out.
 */
export const wordsButtons = (buttons: readonly WordsButton[], from = 0): Button[] =>
  buttons
    .filter((button) => button.words.length <= limits.buttonValue)
    .map((button, index) => ({
      type: "button",
      action_id: `say:${from + index}`,
      text: plain(button.label, limits.buttonText),
      value: button.words,
    }));

/** Buttons in rows; no block where there are none. */
export const actions = (buttons: readonly Button[]): ActionsBlock[] =>
  inGroups(buttons, limits.actionsElements).map((group) => ({
    type: "actions",
    elements: [...group],
  }));

export interface CardTexts {
  readonly title: Writing;
  readonly subtitle?: Writing;
  readonly body?: Writing;
  readonly buttons?: readonly Button[];
}

export const card = ({ title, subtitle, body, buttons = [] }: CardTexts): CardBlock => ({
  type: "card",
  title: mrkdwn(title, limits.cardTitle),
  ...(subtitle !== undefined && { subtitle: mrkdwn(subtitle, limits.cardTitle) }),
  ...(body !== undefined && { body: mrkdwn(body, limits.cardBody) }),
  ...(buttons.length > 0 && { actions: buttons.slice(0, limits.cardButtons) }),
});

export const chart = (title: string, picture: AxisChart): DataVisualizationBlock => ({
  type: "data_visualization",
  title: toPlain(title, limits.chartTitle),
  chart: picture,
});

/** A channel by its id: each reader sees its name, if they may. */
export interface ChannelCell {
  readonly channel: string;
}

/** A person by their id, likewise. */
export interface PersonCell {
  readonly person: string;
}

export type NamedCell = ChannelCell | PersonCell;

/** A cell sorts by its number and shows its text. */
export type Cell = string | { readonly value: number; readonly text: string };

export interface TableTexts<C extends Cell | NamedCell = Cell> {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly C[])[];
  readonly pageSize?: number;
  /** How many characters may stand in its cells, where it shares a message with another. */
  readonly room?: number;
}

/** Rows past the limit are left out: say so beside the table (`rowsThatFit`). */
export const dataTable = ({
  caption,
  columns,
  rows,
  pageSize,
  room = limits.tableText,
}: TableTexts<Cell | NamedCell>): DataTableBlock => {
  const shown = rows.slice(0, rowsThatFit({ columns, rows, room }));
  return {
    type: "data_table",
    caption: toPlain(caption, limits.headerText) || "–",
    rows: [[...columns], ...shown].map((row) => row.slice(0, limits.tableColumns).map(toCell)),
    page_size: Math.min(pageSize ?? 10, limits.tablePageSize),
  };
};

/** How many rows of a table Slack takes: by count, and by the characters in all cells. */
export function rowsThatFit({
  columns,
  rows,
  room = limits.tableText,
}: Pick<TableTexts<Cell | NamedCell>, "columns" | "rows" | "room">): number {
  let text = lengthOf(columns);
  const tooLong = rows.findIndex((row) => (text += lengthOf(row)) > room);
  return Math.min(tooLong === -1 ? rows.length : tooLong, limits.tableRows);
}

/** How many characters a table leaves for another in the same message. */
export const roomBeside = ({ columns, rows }: Pick<TableTexts, "columns" | "rows">): number =>
  Math.max(0, limits.tableText - rows.reduce((sum, row) => sum + lengthOf(row), lengthOf(columns)));

const lengthOf = (row: readonly (Cell | NamedCell)[]): number =>
  row.slice(0, limits.tableColumns).reduce((sum, cell) => sum + textOf(cell).length, 0);

const textOf = (cell: Cell | NamedCell): string => {
  if (typeof cell !== "string") {
    return "channel" in cell ? cell.channel : "person" in cell ? cell.person : cell.text;
  }
  return toPlain(cell, cellText) || "–";
};

/** So that the headings and one row fit, however many columns there are. */
const cellText = limits.tableText / (2 * limits.tableColumns);

const toCell = (cell: Cell | NamedCell) => {
  if (typeof cell === "string") return rawText(cell);
  if ("text" in cell)
    return { ...rawText(cell.text), type: "raw_number" as const, value: cell.value };
  if ("person" in cell) {
    return /^[UW][A-Z0-9]{2,20}$/u.test(cell.person)
      ? personCell(cell.person)
      : rawText(cell.person);
  }
  return /^[CG][A-Z0-9]{2,20}$/u.test(cell.channel)
    ? channelCell(cell.channel)
    : rawText(cell.channel);
};

const rawText = (text: string) => ({
  type: "raw_text" as const,
  text: toPlain(text, cellText) || "–",
});

const channelCell = (id: string): RichTextBlock => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [{ type: "channel", channel_id: id }] }],
});

const personCell = (id: string): RichTextBlock => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [{ type: "user", user_id: id }] }],
});

export function inGroups<T>(items: readonly T[], size: number): T[][] {
  const groups: T[][] = [];
  for (let at = 0; at < items.length; at += size) groups.push(items.slice(at, at + size));
  return groups;
}
