import type { Choice, Page } from "../../commands/command.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { sentences } from "../i18n/sentences.ts";
import { paragraphs } from "./paragraphs.ts";
import { oneLine, type Paint } from "./paint.ts";
import { textTable } from "./text-table.ts";

/** A page as lines of text; its buttons become the words to type. */
export function renderPage(page: Page, paint: Paint): readonly string[] {
  const { title, lines, table, hint } = page;
  const [head, ...rows] = table === null ? [] : textTable(cleaned(table), table.columns.length);
  const parts: readonly (readonly string[])[] = [
    title === null ? [] : [paint.strong(oneLine(title))],
    lines.map(oneLine),
    head === undefined ? [] : [paint.faint(head), ...rows],
    choiceLines(page.choices),
    hint === null ? [] : [paint.faint(oneLine(hint))],
  ];
  return paragraphs(parts);
}

const cleaned = ({ columns, rows }: NonNullable<Page["table"]>) => ({
  columns: columns.map(oneLine),
  rows: rows.map((row) =>
    row.map((cell) => {
      if (typeof cell === "string") return oneLine(cell);
      return oneLine("channel" in cell ? cell.channel : cell.person);
    }),
  ),
});

export const choiceLines = (choices: readonly Choice[]): readonly string[] =>
  choices.length === 0
    ? []
    : textTable(
        {
          columns: ["", ""],
          rows: choices.map(({ label, words }) => [oneLine(label), `goalpost ${oneLine(words)}`]),
        },
        2,
      ).slice(1);

/** Why it was refused and what to do, on one line. */
export function refusalLine(page: Page, locale: Locale): string {
  const words = page.choices.map((choice) => `goalpost ${choice.words}`).join(" · ");
  const parts = [
    ...(page.lines.length > 0 ? page.lines : [page.title ?? ""]),
    page.hint ?? "",
    words === "" ? "" : say(locale, (t) => t.terminal.tryWords, { words }),
  ];
  return oneLine(sentences(parts, locale));
}
