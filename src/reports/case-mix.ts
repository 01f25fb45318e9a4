import type { Segment } from "../kinds/kind.ts";
import { inputsOf, needsOfMeasure, valueOf } from "../kpis/evaluate.ts";
import { isAdditive } from "../kpis/inputs.ts";
import type { Filters } from "../kpis/where.ts";
import type { Window } from "../periods/period.ts";
import type { FigureRow } from "../records/query.ts";
import type { SegmentFigure } from "./answer.ts";
import type { Measuring } from "./measuring.ts";
import type { Plan } from "./plan.ts";
import type { Question } from "./question.ts";

/** What an agent cannot choose: the kind of work that comes in. */
const mix = ["topic", "channel"] as const satisfies readonly Segment[];

/** Only sums can be expected from a mix: of medians and distinct counts nobody knows. */
export function canAdjust(by: readonly Segment[], { formula }: Plan): boolean {
  const { value } = formula;
  const isSplit = by.length === 1 && !mix.some((segment) => by.includes(segment));
  return (
    isSplit &&
    value.take === "ratio" &&
    value.onlyOne === undefined &&
    inputsOf(formula).every(isAdditive)
  );
}

/**
 * Indirect standardisation over topic × channel. A group is expected to reach, in each kind of
 * work, the rate of the whole desk: expected = Σ its denominator × the desk's rate. Its value is
 * actual ÷ expected × the desk's own, so a share may pass 100 %. The crude value stays a variant.
 */
export async function caseMixOf(
  figures: readonly SegmentFigure[],
  { by, where }: Question,
  plan: Plan,
  period: Window,
  measuring: Measuring,
): Promise<readonly SegmentFigure[]> {
  const [segment] = by;
  const { value } = plan.formula;
  if (segment === undefined || value.take !== "ratio") return figures;
  const rows = await measuring({
    needs: needsOfMeasure(plan.formula),
    windows: [period],
    by: [segment, ...mix],
    where: withoutAgent(where),
  });
  const cells = rows.map((row: FigureRow) => ({
    group: row.key[0] ?? null,
    work: JSON.stringify(row.key.slice(1)),
    part: valueOf(value.numerator, row),
    whole: valueOf(value.denominator, row),
  }));
  const desk = new Map<string, Rate>();
  const all: Rate = { part: 0, whole: 0 };
  for (const { work, part, whole } of cells) {
    const rate = desk.get(work) ?? { part: 0, whole: 0 };
    desk.set(work, rate);
    for (const each of [rate, all]) {
      each.part += part;
      each.whole += whole;
    }
  }
  return figures.map((figure) => {
    const own = cells.filter(({ group }) => group === (figure.key[segment] ?? null));
    const expected = own.reduce((sum, { work, whole }) => sum + whole * rateOf(desk.get(work)), 0);
    const crude = figure.denominator === null ? 0 : expected / figure.denominator;
    return crude > 0
      ? scaled(figure, rateOf(all) / crude)
      : { ...figure, value: null, interval: null };
  });
}

interface Rate {
  part: number;
  whole: number;
}

const rateOf = (rate: Rate | undefined): number =>
  rate === undefined || rate.whole === 0 ? 0 : rate.part / rate.whole;

/** What the desk does as a whole does not change with who asks. */
const withoutAgent = ({ agent: _agent, ...rest }: Filters): Filters => rest;

const scaled = (figure: SegmentFigure, by: number): SegmentFigure => ({
  ...figure,
  value: figure.value === null ? null : figure.value * by,
  variants: { crude: figure.value },
  interval:
    figure.interval === null
      ? null
      : { ...figure.interval, low: figure.interval.low * by, high: figure.interval.high * by },
});
