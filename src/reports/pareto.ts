import type { Segment } from "../kinds/kind.ts";
import { inputsOf, needsOfMeasure } from "../kpis/evaluate.ts";
import type { Answer, SegmentFigure } from "./answer.ts";
import { canAnswer, planFor, type Plan, type ReportSettings } from "./plan.ts";
import { readingOf } from "./reading.ts";
import type { Session } from "./session.ts";

/** Pareto's share: what few causes are expected to make. */
export const paretoShare = 80;

/** What makes up a count, the most frequent first, beside the time it took. */
export interface Pareto {
  readonly rows: readonly ParetoRow[];
  /** Of the tickets until they were solved, of the calls while they were handled; null: not known. */
  readonly time: { readonly of: "resolution" | "handling"; readonly seconds: number } | null;
  /** The fewest that make 80 % of the count, and those of the time; empty where unnamed ones are needed. */
  readonly few: {
    readonly byCount: readonly SegmentFigure["key"][];
    readonly byTime: readonly SegmentFigure["key"][];
  };
}

export interface ParetoRow {
  readonly key: SegmentFigure["key"];
  readonly count: number;
  /** Shares are 0–100. */
  readonly share: number;
  /** Together with all rows before it. */
  readonly cumulative: number;
  readonly seconds: number | null;
  readonly timeShare: number | null;
}

/** S1: which kinds of issues are frequent, and which are slow. Null where the figure is no count. */
export async function paretoOf(
  plan: Plan,
  { value: whole, segments, period, where }: Answer,
  by: readonly Segment[],
  session: Session,
  settings: ReportSettings,
): Promise<Pareto | null> {
  if (plan.formula.value.take !== "sum" || plan.unit !== "count") return null;
  if (whole === null || whole <= 0 || segments.length === 0) return null;
  const timed = timePlan(plan, settings);
  const times =
    timed === null || !canAnswer(timed, session.held)
      ? null
      : await timesOf(timed, { by, period, where }, session);
  const placeOf = ({ key }: SegmentFigure): string => JSON.stringify(by.map((each) => key[each]));
  const all = times?.whole ?? null;
  let sum = 0;
  const rows = segments.map((segment): ParetoRow => {
    const count = segment.value ?? 0;
    sum += count;
    const seconds = times?.parts.get(placeOf(segment)) ?? null;
    return {
      key: segment.key,
      count,
      share: percentOf(count, whole),
      cumulative: percentOf(sum, whole),
      seconds,
      timeShare: seconds === null || all === null || all === 0 ? null : percentOf(seconds, all),
    };
  });
  const of = inputsOf(plan.formula)[0]?.kind === "calls" ? "handling" : "resolution";
  return {
    rows,
    time: all === null || all <= 0 ? null : { of, seconds: all },
    few: {
      byCount: fewest(rows, whole, ({ count }) => count),
      byTime: all === null ? [] : fewest(rows, all, ({ seconds }) => seconds ?? 0),
    },
  };
}

const percentOf = (part: number, whole: number): number => (100 * part) / whole;

/** The mean whose numerator is the time that the counted records took. */
function timePlan({ formula }: Plan, settings: ReportSettings): Plan | null {
  const [input] = inputsOf(formula);
  if (input?.kind === "calls") return planFor("aht", {}, settings);
  if (input?.kind !== "tickets") return null;
  const cohort = input.at === "solved_at" ? "resolved" : "created";
  return planFor("avg_resolution_time", { stat: "mean", cohort }, settings);
}

/** The seconds of each group and of all. */
async function timesOf(
  plan: Plan,
  { by, period, where }: { readonly by: readonly Segment[] } & Pick<Answer, "period" | "where">,
  { measuring }: Session,
): Promise<{ readonly parts: ReadonlyMap<string, number>; readonly whole: number | null }> {
  const asked = { needs: needsOfMeasure(plan.formula), windows: [period], where };
  const [parts, [whole]] = await Promise.all([measuring({ ...asked, by }), measuring(asked)]);
  const secondsOf = (row: (typeof parts)[number]) => readingOf(plan, row).numerator;
  return {
    parts: new Map(parts.map((row) => [JSON.stringify(row.key), secondsOf(row) ?? 0])),
    whole: whole === undefined ? null : secondsOf(whole),
  };
}

/** As few as possible that make Pareto's share of the whole. */
function fewest(
  rows: readonly ParetoRow[],
  whole: number,
  weightOf: (row: ParetoRow) => number,
): readonly SegmentFigure["key"][] {
  const wanted = (whole * paretoShare) / 100;
  const named = rows
    .filter(({ key }) => Object.values(key).every((each) => each !== null))
    .toSorted((a, b) => weightOf(b) - weightOf(a));
  let sum = 0;
  const at = named.findIndex((row) => {
    sum += weightOf(row);
    return sum >= wanted;
  });
  return wanted > 0 && at !== -1 ? named.slice(0, at + 1).map(({ key }) => key) : [];
}
