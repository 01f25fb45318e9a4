import { identifier } from "../quoting.ts";
import { linesSql } from "../moving/lines.ts";
import { type MovedTable, movedTables } from "../moving/moved-tables.ts";
import type { Transfer } from "../moving/transfer.ts";
import { makeMonths } from "./make-months.ts";
import type { Session } from "./session.ts";

/** Rows that are fetched at once. */
const pageRows = 5_000;

export const postgresTransfer = (session: Session): Transfer => ({
  ...session,
  read: (table) => linesIn(session, table),
  write: async (table, lines, months) => {
    if (table.kind !== null) await makeMonths(session, table.kind, months);
    await session.copy(intoOf(table), lines);
  },
  settle: async () => {
    // The server counts the parts of a table by itself, never the table; and until it comes round to
    // them, questions look up in the table what they have found in an index.
    for (const { name } of movedTables) await session.run(`vacuum (analyze) ${identifier(name)}`);
  },
});

const intoOf = ({ name, columns }: MovedTable): string =>
  `${identifier(name)} (${columns.map(([column]) => identifier(column)).join(", ")})`;

async function* linesIn(
  { run, rows }: Session,
  { name, columns }: MovedTable,
): AsyncIterable<string> {
  await run(`declare moved cursor for ${linesSql(columns, identifier(name))}`);
  for (;;) {
    const page = await rows(`fetch ${pageRows} from moved`);
    if (page.length === 0) break;
    yield page.map(({ line }) => `${String(line)}\n`).join("");
  }
  await run("close moved");
}
