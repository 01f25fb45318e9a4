import type { Choice } from "../../commands/command.ts";
import type { Sheet, SheetRecord, SheetSection } from "../blocks/sheet.ts";
import { paragraphs } from "./paragraphs.ts";
import { oneLine, type Paint } from "./paint.ts";
import { choiceLines } from "./render-page.ts";
import { textTable } from "./text-table.ts";

/** A page of sections as lines of text; a link becomes its address. */
export const renderSheet = (
  { title, sections }: Sheet,
  choices: readonly Choice[],
  paint: Paint,
): readonly string[] =>
  paragraphs([
    [paint.strong(oneLine(title))],
    ...sections.map((section) => sectionLines(section, paint)),
    choiceLines(choices),
  ]);

function sectionLines(
  { heading, lines, table, records = [], code }: SheetSection,
  paint: Paint,
): readonly string[] {
  return [
    paint.strong(oneLine(heading)),
    ...lines.map(oneLine),
    ...recordLines(records),
    ...(table === undefined ? [] : tableLines(table, paint)),
    // Line breaks hold the statement together; nothing else in it may move the cursor.
    ...(code === undefined ? [] : code.split("\n").map(codeLine)),
  ];
}

const codeLine = (line: string): string => `${/^ */u.exec(line)?.[0] ?? ""}${oneLine(line)}`;

const recordLines = (records: readonly SheetRecord[]): readonly string[] =>
  records.length === 0
    ? []
    : textTable(
        {
          columns: ["", "", ""],
          rows: records.map(({ id, text, url }) => [oneLine(id), oneLine(text), url ?? ""]),
        },
        3,
      ).slice(1);

function tableLines(
  { columns, rows }: NonNullable<SheetSection["table"]>,
  paint: Paint,
): readonly string[] {
  const cleaned = { columns: columns.map(oneLine), rows: rows.map((row) => row.map(oneLine)) };
  const [head = "", ...body] = textTable(cleaned, 1);
  return [paint.faint(head), ...body];
}
