import { isDeepStrictEqual } from "node:util";
import { inputsOf } from "../kpis/evaluate.ts";
import { sumOf, type Input, type Terms } from "../kpis/inputs.ts";
import type { Filters } from "../kpis/where.ts";
import type { Window } from "../periods/period.ts";
import { findRecords, type FoundRecords, type RecordOrder } from "../records/query-records.ts";
import { dueBefore } from "./past-due.ts";
import type { Plan } from "./plan.ts";
import type { ReportParts, Session } from "./session.ts";

export interface BehindAsked {
  readonly window: Window;
  readonly where: Filters;
  readonly order: RecordOrder;
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly limit: number;
}

const nothing: FoundRecords = { records: [], total: 0 };

/**
 * The records that a figure is made of. None of an anonymous survey, and none where the figure came
 * ready-made.
 */
export async function recordsBehind(
  plan: Plan,
  asked: BehindAsked,
  session: Session,
  { records, workingTime, periods, hideLater }: ReportParts,
): Promise<FoundRecords> {
  const { weight, part } = partsOf(plan);
  const [first] = weight;
  if (first === undefined || plan.kpi.fewest !== undefined) return nothing;
  const { kind } = first.input;
  if (!session.held.kinds.has(kind)) return nothing;
  const place = placeOf(first.input);
  const isHere = ({ input }: { readonly input: Input }): boolean =>
    isDeepStrictEqual(placeOf(input), place);
  const inputs = inputsOf(plan.formula).filter((input) => isHere({ input }));
  return findRecords(records, {
    ...asked,
    group: { ...place, inputs, percentiles: [] },
    zone: periods.zone,
    weight: weight.filter(isHere),
    part: "column" in part ? part : part.filter(isHere),
    hideAfter: hideLater ? session.now : null,
    dueBefore: (seconds, clock) => dueBefore(workingTime, session.now, seconds, clock),
  });
}

/** How an input puts records into a period. */
const placeOf = ({ kind, at, until, asOf, through, ignores, spread }: Input) => ({
  kind,
  at,
  ...(until !== undefined && { until }),
  ...(asOf !== undefined && { asOf }),
  ...(through !== undefined && { through }),
  ...(ignores !== undefined && { ignores }),
  ...(spread !== undefined && { spread }),
});

/**
 * What makes a record count, and what it then adds. Where what is divided is no part of what it is
 * divided by, those records add nothing, and the others are the figure: customers who left, not all
 * who were there.
 */
function partsOf({ formula: { value } }: Plan): {
  readonly weight: Terms;
  readonly part: Terms | { readonly column: string };
} {
  switch (value.take) {
    case "ratio": {
      const { numerator, denominator } = value;
      const isPart = numerator.some(({ input }) =>
        denominator.some((each) => isDeepStrictEqual(placeOf(each.input), placeOf(input))),
      );
      return { weight: isPart ? denominator : numerator, part: numerator };
    }
    case "sum":
      return { weight: value.terms, part: value.terms };
    case "none":
    case "product":
      return { weight: [], part: [] };
    case "percentile":
      return { weight: sumOf(value.over), part: { column: value.column } };
  }
}
