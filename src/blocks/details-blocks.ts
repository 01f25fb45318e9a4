import type { Details } from "../digests/outgoing.ts";
import { say } from "../i18n/say.ts";
import type { DrawnMessage, SentBlock } from "./block.ts";
import { context, dataTable, header, roomBeside, rowsThatFit, section } from "./factories.ts";
import { limits } from "./limits.ts";
import { toMrkdwn } from "./text.ts";

/**
 * The tables behind a digest, as many rows as fit; the footer is called as the delivery, so that the
 * message is found by it after a lost answer.
 */
export function detailsBlocks(details: Details, key: string): DrawnMessage {
  const { locale, title, sections, footer, whole } = details;
  const blocks: SentBlock[] = [header(title)];
  let room: number = limits.tableText;
  let isCut = false;
  for (const { heading, lines, table } of sections) {
    const rows = rowsThatFit({ ...table, room });
    isCut ||= rows < table.rows.length;
    if (lines.length > 0) blocks.push(section(lines.join("\n")));
    if (rows === 0) continue;
    blocks.push(dataTable({ caption: heading, ...table, room }));
    room -= limits.tableText - roomBeside({ ...table, rows: table.rows.slice(0, rows) });
  }
  const cut = say(locale, (t) => t.explain.cut, { words: `goalpost ${whole}` });
  const said = sections.map(({ heading }) => heading);
  return {
    text: toMrkdwn([title, ...said].join("\n"), limits.messageText),
    blocks: [
      ...blocks,
      ...(isCut ? [context([cut])] : []),
      { ...context([footer]), block_id: key },
    ],
  };
}
