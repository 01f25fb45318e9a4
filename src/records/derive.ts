import type { Derived } from "../kinds/kind.ts";
import { identifier } from "./quoting.ts";
import { toLocalDaySql } from "./zone-sql.ts";

/** Whether the columns given are enough to compute a derived one: of a day or a month, either. */
export function isDerivable(derived: Derived, given: ReadonlySet<string>): boolean {
  switch (derived.take) {
    case "day":
      return given.has(derived.of);
    case "seconds":
    case "working_seconds":
      return given.has(derived.from) && given.has(derived.to);
    case "first_day":
    case "last_day":
      return given.has(derived.day) || given.has(derived.month);
  }
}

/** A derived column over the columns of its own record; days in the workspace's zone. */
export function derivedSql(derived: Derived, zone: string, given: ReadonlySet<string>): string {
  switch (derived.take) {
    case "day":
      return toLocalDaySql(identifier(derived.of), zone);
    case "seconds":
    case "working_seconds": {
      const [from, to] = [derived.from, derived.to].map(identifier);
      return `cast(epoch_us(${to}) - epoch_us(${from}) as double) / 1000000`;
    }
    case "first_day":
    case "last_day": {
      const month = `date_trunc('month', ${identifier(derived.month)})`;
      const end = `${month} + interval '1 month' - interval '1 day'`;
      const ofMonth = `cast(${derived.take === "first_day" ? month : end} as date)`;
      if (!given.has(derived.month)) return identifier(derived.day);
      return given.has(derived.day) ? `coalesce(${identifier(derived.day)}, ${ofMonth})` : ofMonth;
    }
  }
}
