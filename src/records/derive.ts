import type { Derived } from "../kinds/kind.ts";
import { identifier } from "./quoting.ts";
import { toLocalDaySql } from "./zone-sql.ts";

/** The columns a derived one is computed from. */
export const derivedFrom = (derived: Derived): readonly string[] =>
  derived.take === "day" ? [derived.of] : [derived.from, derived.to];

/** A derived column over the columns of its own record; days in the workspace's zone. */
export function derivedSql(derived: Derived, zone: string): string {
  const [first = "", second = ""] = derivedFrom(derived).map(identifier);
  switch (derived.take) {
    case "day":
      return toLocalDaySql(first, zone);
    case "seconds":
    case "working_seconds":
      return `cast(epoch_us(${second}) - epoch_us(${first}) as double) / 1000000`;
  }
}
