import { hash } from "node:crypto";
import type { MovedTable } from "./moved-tables.ts";

/** How many rows a table has, and a number that changes when one of them does, in whatever order they come. */
export interface Tally {
  readonly count: number;
  readonly checksum: string;
}

export interface Tallying {
  readonly add: (lines: string) => void;
  readonly tally: () => Tally;
}

/** The sum of the hashes of a table's rows. */
export function tallyOf({ columns }: Pick<MovedTable, "columns">): Tallying {
  // Stores write one number in their own ways: 1, 1.0, 1e+20.
  const numbers = columns.flatMap(([, type], at) => (type === "double" ? [at] : []));
  let count = 0;
  let sum = 0n;
  return {
    add: (lines) => {
      for (const line of lines.split("\n")) {
        if (line === "") continue;
        count += 1;
        const row = numbers.length === 0 ? line : withPlain(line, numbers);
        sum += hash("sha256", row, "buffer").readBigUInt64BE();
      }
    },
    tally: () => ({
      count,
      checksum: BigInt.asUintN(64, sum).toString(16).padStart(16, "0"),
    }),
  };
}

function withPlain(line: string, numbers: readonly number[]): string {
  const cells = line.split("\t");
  for (const at of numbers) {
    const number = Number(cells[at]);
    if (!Number.isNaN(number)) cells[at] = String(number);
  }
  return cells.join("\t");
}
