import { shiftUnits, startOfUnit } from "./calendar-unit.ts";
import { localDay, startOfDay } from "./local-day.ts";
import type { Period, PeriodFault, PeriodSettings, Window } from "./period.ts";

/** What a period can be cut into. */
export const pieceUnits = ["day", "week", "month"] as const;
export type PieceUnit = (typeof pieceUnits)[number];

/** As many rows as Slack's tables take, and more than anybody reads. */
export const mostPieces = 100;

/**
 * The days, weeks or months of a period, oldest first: together they are the period, no more and no
 * less. One that reaches beyond it is cut to the part inside.
 */
export function piecesOf(
  period: Period,
  unit: PieceUnit,
  settings: PeriodSettings,
): readonly Window[] | PeriodFault {
  const { zone } = period;
  const pieces: Window[] = [];
  let from = period.from;
  let next = startOfUnit(localDay(from, zone), unit, settings);
  while (from < period.to) {
    if (pieces.length === mostPieces) return { fault: "too_many_pieces" };
    next = shiftUnits(next, unit, 1);
    const end = startOfDay(next, zone);
    const to = end < period.to ? end : period.to;
    pieces.push({ from, to });
    from = to;
  }
  return pieces;
}
