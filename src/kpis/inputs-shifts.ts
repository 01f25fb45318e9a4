import type { Input } from "./inputs.ts";

const shifts = { kind: "shifts", at: "from" } as const;

/** The seconds of one column of the shifts, and the shifts that do not tell it. */
const timeOf = (column: string): { readonly seconds: Input; readonly unknown: Input } => ({
  seconds: { ...shifts, id: column, take: { sum: column }, hingesOn: [column] },
  unknown: {
    ...shifts,
    id: `shifts_without_${column}`,
    take: "count",
    where: { unknown: column },
  },
});

export const logged = timeOf("logged_seconds");
export const scheduled = timeOf("scheduled_seconds");
export const available = timeOf("available_seconds");

/** Shifts whose idle time is known. */
export const shiftsAvailableKnown: Input = {
  ...shifts,
  id: "shifts_available_known",
  take: "count",
  where: { known: "available_seconds" },
};

/** What a shift was against its plan: only of shifts that tell both. */
export function againstPlan(column: "adherent_seconds" | "logged_seconds"): {
  readonly spent: Input;
  readonly planned: Input;
  readonly shifts: Input;
  readonly unknown: Input;
} {
  const both = { all: [{ known: column }, { known: "scheduled_seconds" }] };
  const name = column === "adherent_seconds" ? "adherence" : "conformance";
  return {
    spent: { ...shifts, id: `${name}_spent_seconds`, take: { sum: column }, where: both },
    planned: {
      ...shifts,
      id: `${name}_scheduled_seconds`,
      take: { sum: "scheduled_seconds" },
      where: both,
    },
    shifts: { ...shifts, id: `${name}_shifts`, take: "count", where: both },
    unknown: {
      ...shifts,
      id: `${name}_shifts_unknown`,
      take: "count",
      where: { not: both },
    },
  };
}
