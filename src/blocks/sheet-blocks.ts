import type { RichTextBlock } from "@slack/types";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import type { DrawnMessage, SentBlock, WordsButton } from "./block.ts";
import {
  actions,
  context,
  dataTable,
  header,
  roomBeside,
  rowsThatFit,
  section,
  wordsButtons,
} from "./factories.ts";
import { limits } from "./limits.ts";
import type { Sheet, SheetRecord, SheetSection } from "./sheet.ts";
import { joinMarkup, md, toMrkdwn, toPlain, type Markup, type Writing } from "./text.ts";

export interface SheetDrawing {
  readonly locale: Locale;
  readonly buttons: readonly WordsButton[];
  /** The words that show in a terminal what a message has no room for. */
  readonly whole: string;
}

/** Room for all sections together; the rest of a message is for headings and buttons. */
const roomForAll = 11_000;
const roomForCode = 4_000;

/** A page of sections as a message. What has no room is cut, and it says so. */
export function sheetBlocks(
  { title, sections }: Sheet,
  { locale, buttons, whole }: SheetDrawing,
): DrawnMessage {
  let room = roomForAll;
  const blocks: SentBlock[] = [header(title)];
  let isCut = false;
  for (const each of sections) {
    const drawn = drawSection(each, Math.max(room, 0));
    blocks.push(...drawn.blocks);
    room -= drawn.used;
    isCut ||= drawn.isCut;
  }
  const cut = say(locale, (t) => t.explain.cut, { words: `goalpost ${whole}` });
  const said = sections.flatMap(({ heading, lines }) => [heading, ...lines]);
  return {
    text: toMrkdwn([title, ...said].join("\n"), limits.messageText) || "–",
    blocks: [
      ...blocks.slice(0, limits.messageBlocks - 2),
      ...(isCut ? [context([cut])] : []),
      ...actions(wordsButtons(buttons)),
    ],
  };
}

interface DrawnSection {
  readonly blocks: readonly SentBlock[];
  readonly used: number;
  readonly isCut: boolean;
}

function drawSection(
  { heading, lines, table, records = [], code }: SheetSection,
  room: number,
): DrawnSection {
  const written = [
    md`*${toPlain(heading, limits.headerText)}*`,
    ...lines,
    ...records.map(recordLine),
  ];
  const shown = fitting(written, Math.min(room, limits.sectionText - 2));
  const blocks: SentBlock[] = [section(joinMarkup(shown, "\n"))];
  let used = lengthOf(shown);
  let isCut = shown.length < written.length;
  if (table !== undefined && table.rows.length > 0) {
    const fits = { ...table, room: Math.min(limits.tableText, Math.max(room - used, 0)) };
    const rows = rowsThatFit(fits);
    if (rows > 0) {
      blocks.push(dataTable({ caption: heading, ...fits }));
      used += limits.tableText - roomBeside({ ...table, rows: table.rows.slice(0, rows) });
    }
    isCut ||= rows < table.rows.length;
  }
  if (code !== undefined) {
    const kept = toPlain(code, Math.max(1, Math.min(roomForCode, room - used))) || "…";
    blocks.push(preformatted(kept));
    used += kept.length;
    isCut ||= kept.endsWith("…");
  }
  return { blocks, used, isCut };
}

/** As many whole lines as there is room for, and the heading always. */
function fitting(lines: readonly Writing[], room: number): readonly Writing[] {
  let left = room;
  const over = lines.findIndex((line, at) => {
    left -= lengthOf([line]);
    return at > 0 && left < 0;
  });
  return over === -1 ? lines : lines.slice(0, over);
}

const lengthOf = (lines: readonly Writing[]): number =>
  lines.reduce((sum, line) => sum + toMrkdwn(line, limits.sectionText).length + 1, 0);

const recordLine = ({ id, url, text }: SheetRecord): Markup => {
  const name = toMrkdwn(id, 80);
  const link: Markup = {
    kind: "markup",
    source: url === null ? name : `<${url.replaceAll("&", "&amp;")}|${name || "–"}>`,
  };
  return text === "" ? md`• ${link}` : md`• ${link} · ${text}`;
};

const preformatted = (text: string): RichTextBlock => ({
  type: "rich_text",
  elements: [{ type: "rich_text_preformatted", elements: [{ type: "text", text }] }],
});
