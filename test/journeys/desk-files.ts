import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A ticket as the sample desk's own file has it, read without any of our readers. */
export type Row = Readonly<Record<string, string>>;

const read = new Map<string, readonly Row[]>();

export function ticketsIn(desk: string): readonly Row[] {
  const rows = read.get(desk) ?? readTickets(desk);
  read.set(desk, rows);
  return rows;
}

function readTickets(desk: string): readonly Row[] {
  const folder = join(desk, "tickets");
  const rows: Row[] = [];
  for (const name of readdirSync(folder)) {
    const [head = "", ...lines] = readFileSync(join(folder, name), "utf8").trimEnd().split("\n");
    const columns = head.split(",");
    for (const line of lines) {
      const cells = line.split(",");
      if (cells.length !== columns.length || line.includes('"')) throw new Error(line);
      rows.push(Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ""])));
    }
  }
  return rows;
}

/** Created from one instant until before another. */
export const createdIn = (rows: readonly Row[], from: string, to: string): readonly Row[] =>
  rows.filter(({ created_at: at = "" }) => {
    const ms = Date.parse(at);
    return ms >= Date.parse(from) && ms < Date.parse(to);
  });

export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** One reply by one person, and that was it. */
export function firstContact(rows: readonly Row[]): Share {
  let solved = 0;
  for (const row of rows) {
    const isOneTouch =
      row["solved_at"] !== "" &&
      row["public_replies"] === "1" &&
      Number(row["assignees"]) <= 1 &&
      row["group_changes"] === "0" &&
      row["reopens"] === "0";
    if (isOneTouch) solved += 1;
  }
  return { part: solved, whole: rows.length };
}

/** October and September 2026 of a desk in Berlin. */
export const october = ["2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z"] as const;
export const september = ["2026-08-31T22:00:00Z", "2026-09-30T22:00:00Z"] as const;

/** As a manager reads it: more decimals only where there is enough behind the figures it stands among. */
export const percentText = ({ part, whole }: Share, least = whole): string =>
  `${((part / whole) * 100).toFixed(least < 1000 ? 1 : 2)} %`;
