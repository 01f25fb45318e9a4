import type { PostedFigure } from "../documents/posted-figure.ts";
import type { Answer } from "../reports/answer.ts";
import type { Reports } from "../reports/reports.ts";
import type { Measured } from "./measure.ts";

/** A line of the scorecard; without an answer where it could not be measured. */
export interface Row extends Measured {
  readonly answer: Answer | null;
  /** Measuring it went wrong: another time it may not. */
  readonly hasFailed?: boolean;
}

/** The rows as they are kept once they are posted. */
export async function postedFigures(
  rows: readonly Row[],
  reports: Reports,
): Promise<readonly PostedFigure[]> {
  const figures = rows.map(async ({ answer, where, options }): Promise<readonly PostedFigure[]> => {
    if (answer === null) return [];
    const { kpi, definition, period, value, sample, target } = answer;
    return [
      {
        kpi,
        definition,
        options: await reports.optionsInForce(kpi, options),
        where,
        from: period.from.toISOString(),
        to: period.to.toISOString(),
        value,
        sample,
        target: target?.value ?? null,
      },
    ];
  });
  return (await Promise.all(figures)).flat();
}
