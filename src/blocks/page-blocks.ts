import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import type { DrawnMessage, SentBlock, WordsButton } from "./block.ts";
import {
  actions,
  context,
  dataTable,
  header,
  rowsThatFit,
  section,
  wordsButtons,
  type NamedCell,
} from "./factories.ts";
import { limits } from "./limits.ts";
import { joinMarkup, toMrkdwn } from "./text.ts";

/** A guide, a list, a refusal or a question, as text; `lines` have no markup. */
export interface PageTexts {
  readonly title: string | null;
  readonly lines: readonly string[];
  readonly table: {
    readonly caption?: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly (string | NamedCell)[])[];
  } | null;
  readonly choices: readonly WordsButton[];
  readonly hint: string | null;
}

export function pageBlocks(page: PageTexts, locale: Locale): DrawnMessage {
  const { title, lines, choices, hint } = page;
  const blocks: readonly SentBlock[] = [
    // A page that is only a table has its title on the table.
    ...(title === null || (page.table !== null && lines.length === 0) ? [] : [header(title)]),
    ...paragraphs(lines, page.table === null ? 8_000 : 2_500),
    ...tableOf(page, locale),
    ...actions(wordsButtons(choices.slice(0, limits.actionsElements))),
    ...(hint === null ? [] : [context([hint])]),
  ];
  const said = [title, ...lines, hint].filter((line) => line !== null).join("\n");
  return {
    text: toMrkdwn(said, limits.messageText) || "–",
    blocks: blocks.length === 0 ? [section("–")] : blocks,
  };
}

/** Lines gathered into as few sections as hold them; what a message has no room for becomes "…". */
function paragraphs(lines: readonly string[], mostText: number): SentBlock[] {
  const groups: string[][] = [];
  let length: number = limits.sectionText;
  let total = 0;
  for (const line of lines) {
    const added = toMrkdwn(line, limits.sectionText).length + 1;
    total += added;
    if (total > mostText && groups.length > 0) {
      groups.at(-1)?.push("…");
      break;
    }
    length += added;
    // Two characters are kept for the sign that more was left out.
    if (length <= limits.sectionText - 2) groups.at(-1)?.push(line);
    else {
      groups.push([line]);
      length = added;
    }
  }
  return groups.map((group) => section(joinMarkup(group, "\n")));
}

function tableOf({ table, title, lines }: PageTexts, locale: Locale): SentBlock[] {
  if (table === null || table.rows.length === 0) return [];
  // The same title would stand over the lines and over the table.
  const caption = title === null || lines.length > 0 ? table.columns.join(" · ") : title;
  const left = table.rows.length - rowsThatFit(table);
  return [
    dataTable({ caption, ...table }),
    ...(left === 0 ? [] : [context([say(locale, (t) => t.answers.rowsLeftOut, { count: left })])]),
  ];
}
