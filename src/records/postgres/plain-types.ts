import type { CustomTypesConfig } from "pg";

const asNumber = (text: string): number | null => {
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
};
/** Of a time without a zone: UTC. To the millisecond, as the engine's answers. */
const asInstant = (text: string): Date => new Date(`${text.slice(0, 23).replace(" ", "T")}Z`);

/** By the type's number in `pg_type`. */
const parsers = new Map<number, (text: string) => unknown>([
  [16, (text) => text === "t"],
  ...[20, 21, 23, 700, 701, 1700].map((oid) => [oid, asNumber] as const),
  [1114, asInstant],
]);

/** Counts and sums as numbers, instants as Dates, all else, days among it, as PostgreSQL writes it. */
export const plainTypes = {
  getTypeParser: (oid: number, format?: string) => {
    if (format === "binary") throw new Error("Answers of PostgreSQL are read as text");
    return parsers.get(oid) ?? ((text: string) => text);
  },
} as CustomTypesConfig;
