import type { Derived, Kind } from "../kinds/kind.ts";
import type { RecordKindId } from "../kpis/inputs.ts";
import type { Bindings } from "./bindings.ts";
import { identifier } from "./quoting.ts";
import { kindOf, storedColumns } from "./schema.ts";

/** Columns that are computed while asking. A ticket's pending time is that of its whole life. */
const computed: Readonly<Record<string, string>> = {
  "tickets.resolution_active_seconds": withoutPending("{resolution_seconds}"),
  "tickets.first_resolution_active_seconds": withoutPending("{first_resolution_seconds}"),
  "calls.handle_seconds":
    "({talk_seconds} + coalesce({hold_seconds}, 0) + coalesce({wrap_seconds}, 0))",
  "customers.lifetime_years": `(${monthsBetween("{started_day}", "{ended_day}")} / 12)`,
  "calls.handle_and_dial_seconds":
    "({talk_seconds} + coalesce({hold_seconds}, 0) + coalesce({wrap_seconds}, 0) + coalesce({dial_seconds}, 0))",
  "surveys.scale": "cast({scale_low} as varchar) || ' ' || cast({scale_high} as varchar)",
  "surveys.points": "({scale_high} - {scale_low} + 1)",
  "surveys.good_score":
    "(case when {high_is_good} = false then {scale_low} + {scale_high} - {score} else {score} end)",
  "surveys.place":
    // Between two points a score has reached the lower one.
    "floor(case when {high_is_good} = false then {scale_high} - {score} else {score} - {scale_low} end + 1)",
};

/** As the calendar counts them: whole months, and the rest by the month it would have filled. */
function monthsBetween(from: string, to: string): string {
  const part = (unit: string) => `(date_part('${unit}', ${to}) - date_part('${unit}', ${from}))`;
  const begun = `(${part("year")} * 12 + ${part("month")})`;
  const after = (months: string) => `cast(${from} + ${months} * interval '1 month' as date)`;
  const whole = `(${begun} - case when ${after(begun)} > ${to} then 1 else 0 end)`;
  const rest = `cast(${to} - ${after(whole)} as double precision)`;
  return `(${whole} + ${rest} / (${after(`(${whole} + 1)`)} - ${after(whole)}))`;
}

function withoutPending(column: string): string {
  const pending = "coalesce({pending_seconds}, 0)";
  return `(case when ${column} > ${pending} then ${column} - ${pending} when ${column} is not null then 0 end)`;
}

/** The instant before which a derived column cannot be known; a day of its own has none. */
function endOfDerived(derived: Derived): string | null {
  if ("of" in derived) return derived.of;
  return "to" in derived ? derived.to : null;
}

/** An instant that may lie ahead and does not end the record: no event. */
const isPromise = ({ columns, endsAt }: Kind, column: string): boolean =>
  columns[column]?.mayLieAhead === true && column !== endsAt;

/** Turns the name of a kind's column into SQL; refuses a name that the catalogue does not know. */
export type ColumnSql = (column: string) => string;

/**
 * With `hideAfter`, what happened later reads as not yet happened: instants beyond it and the
 * durations that end in them are null. A due time was known before it came: it stays.
 */
export function columnsOf(
  kindId: RecordKindId,
  hideAfter: Date | null,
  { bind }: Bindings,
): ColumnSql {
  const kind = kindOf(kindId);
  const stored = new Map(storedColumns(kind).map(({ name, type }) => [name, type]));

  const endOf = (column: string): string | null => {
    const derived = kind.derived[column];
    const own = stored.get(column) === "instant" ? column : null;
    const end = derived === undefined ? own : endOfDerived(derived);
    return end === null || isPromise(kind, end) ? null : end;
  };
  const plain: ColumnSql = (column) => {
    if (!stored.has(column)) throw new RangeError(`${kindId} has no column ${column}`);
    const end = endOf(column);
    if (hideAfter === null || end === null) return identifier(column);
    return `(case when ${identifier(end)} <= ${bind(hideAfter, "timestamp")} then ${identifier(column)} end)`;
  };
  return (column) =>
    computed[`${kindId}.${column}`]?.replace(/\{(\w+)\}/gu, (_, name: string) => plain(name)) ??
    plain(column);
}
