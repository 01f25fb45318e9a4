import { kinds } from "../../kinds/index.ts";
import type { Kind } from "../../kinds/kind.ts";
import { everyTable } from "../schema.ts";

export interface MovedTable {
  readonly name: string;
  readonly columns: readonly (readonly [column: string, type: string])[];
  /** Null of what stands beside the kinds' own tables. */
  readonly kind: Kind | null;
}

/** What goes along when records move: every table but what a store notes about itself. */
export const movedTables: readonly MovedTable[] = [...everyTable]
  .filter(([name]) => name !== "settings")
  .map(([name, columns]) => ({
    name,
    columns,
    kind: kinds.find(({ id }) => id === name) ?? null,
  }));
