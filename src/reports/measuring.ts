import type { Segment } from "../kinds/kind.ts";
import type { Needs } from "../kpis/evaluate.ts";
import type { Filters, Part } from "../kpis/where.ts";
import type { Window } from "../periods/period.ts";
import { measureFigures, type FigureRow } from "../records/query.ts";
import type { RecordStore, WorkingTime } from "../records/store.ts";
import { dueBefore } from "./past-due.ts";
import type { Held } from "./plan.ts";

export interface MeasuringAsked {
  readonly needs: Needs;
  readonly windows: readonly Window[];
  readonly by?: readonly Segment[];
  readonly where: Filters;
  /** Parts of a split that are left out. */
  readonly except?: readonly Part[];
  /** With `by`, also a row of nothing for each window: what a group without records comes to. */
  readonly withEmpty?: boolean;
}

export type Measuring = (asked: MeasuringAsked) => Promise<readonly FigureRow[]>;

/** Measuring as of one instant: every figure of an answer sees the same records. */
export function createMeasuring(
  records: RecordStore,
  held: Held,
  {
    now,
    hideLater,
    zone,
    workingTime,
  }: {
    readonly now: Date;
    readonly hideLater: boolean;
    readonly zone: string;
    readonly workingTime: WorkingTime | null;
  },
): Measuring {
  return ({ needs, windows, by = [], where, except = [], withEmpty = false }) =>
    measureFigures(records, {
      ...needs,
      windows,
      by,
      where,
      except,
      withEmpty,
      zone,
      held: held.kinds,
      readyMade: held.readyMade,
      hideAfter: hideLater ? now : null,
      dueBefore: (seconds, clock) => dueBefore(workingTime, now, seconds, clock),
    });
}

/** The row of a window, asked without segments: there is always one. */
export function rowOf(rows: readonly FigureRow[], window: number): FigureRow {
  const row = rows.find((each) => each.window === window);
  if (row === undefined) throw new RangeError(`window ${window} was not measured`);
  return row;
}
