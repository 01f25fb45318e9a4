import type { Input } from "../kpis/inputs.ts";
import type { Window } from "../periods/period.ts";
import { identifier } from "./quoting.ts";
import type { WhereContext } from "./where-sql.ts";

/** Whether a record belongs to a window: by its moment in it, or by being there at the window's end or start. */
export function timeSql(
  { at, until, asOf }: Pick<Input, "at" | "until" | "asOf">,
  { from, to }: Window,
  hideAfter: Date | null,
  { column, bindings: { bind } }: WhereContext,
): readonly string[] {
  const begun = identifier(at);
  const visible = hideAfter === null ? [] : [`${begun} <= ${bind(hideAfter, "timestamp")}`];
  const moment = bind(asOf === "start" ? from : to, "timestamp");
  const before = [`${begun} < ${moment}`, ...visible];
  if (until !== undefined) {
    const ended = column(until);
    return [...before, `(${ended} is null or ${ended} >= ${moment})`];
  }
  return asOf !== undefined ? before : [`${begun} >= ${bind(from, "timestamp")}`, ...before];
}
