import type { Segment } from "../kinds/kind.ts";
import { needsOfMeasure } from "../kpis/evaluate.ts";
import type { Filters, Part } from "../kpis/where.ts";
import { isNamed } from "../kpis/same-value.ts";
import type { Window } from "../periods/period.ts";
import type { FigureRow } from "../records/query.ts";
import type { OtherFigure, SegmentFigure } from "./answer.ts";
import { caseMixOf } from "./case-mix.ts";
import { ranked } from "./league.ts";
import { rowOf, type Measuring } from "./measuring.ts";
import type { Plan } from "./plan.ts";
import type { Question } from "./question.ts";
import { isAdjusted, shownFirst } from "./question-options.ts";
import type { ReportParts } from "./session.ts";
import { ownTarget } from "./target-check.ts";
import { readingOf, variantsOf } from "./reading.ts";

export interface Split {
  /** All that may be named. */
  readonly segments: readonly SegmentFigure[];
  /** Those behind the first few, and the agents who opted out, measured as one. */
  readonly other: OtherFigure | null;
}

/** The figures of each segment: the largest first, agents by rank, what has no value last. */
export async function splitOf(
  question: Question,
  plan: Plan,
  period: Window,
  measuring: Measuring,
  { optedOut, settings }: Pick<ReportParts, "optedOut" | "settings">,
): Promise<Split> {
  const { by, where } = question;
  if (by.length === 0) return { segments: [], other: null };
  const needs = needsOfMeasure(plan.formula, { withVariants: true });
  const measured = await measuring({ needs, windows: [period], by, where });
  const rows = largestFirst(
    measured.filter((row) => hasAnything(plan, row)),
    plan,
  );
  const hidden = by.includes("agent") ? hiddenAgents(rows, question, plan, optedOut) : [];
  const named = rows.filter((row) => !isNamed(agentIn(row, by) ?? "", hidden));
  const all = named.map((row) => ({
    ...figureOf(plan, row, by),
    ...ownTarget(plan, row.key[by.indexOf("channel")], settings),
  }));
  const isLeague = by.length === 1 && by[0] === "agent";
  const figures = withCompany(all, plan);
  const adjusted = isAdjusted(question)
    ? await caseMixOf(figures, question, plan, period, measuring)
    : figures;
  const segments = isLeague ? ranked(adjusted, plan) : adjusted;

  const fold = foldOf(question, segments, hidden);
  if (fold === null) return { segments, other: null };
  const rest = rowOf(await measuring({ needs, windows: [period], ...fold.rest }), 0);
  const { key: _key, ...figure } = figureOf(plan, rest, []);
  return { segments, other: { after: fold.after, groups: fold.groups, ...figure } };
}

/**
 * Of an anonymous survey the whole less what is shown gives away what is not: so the next smallest
 * groups are withheld too, until the hidden ones are several and together as many as may be shown.
 */
function withCompany(
  figures: readonly SegmentFigure[],
  { kpi: { fewest } }: Plan,
): readonly SegmentFigure[] {
  if (fewest === undefined) return figures;
  const hidden = figures.filter(({ sample }) => sample < fewest);
  if (hidden.length === 0) return figures;
  const bySize = figures
    .filter((each) => !hidden.includes(each))
    .toSorted((a, b) => a.sample - b.sample);
  for (const next of bySize) {
    const together = hidden.reduce((sum, { sample }) => sum + sample, 0);
    if (hidden.length > 1 && together >= fewest) break;
    hidden.push(next);
  }
  return figures.map((each) => (hidden.includes(each) ? withheld(each) : each));
}

const withheld = (figure: SegmentFigure): SegmentFigure => ({
  ...figure,
  value: null,
  numerator: null,
  denominator: null,
  variants: Object.fromEntries(Object.keys(figure.variants).map((name) => [name, null])),
  interval: null,
});

function hasAnything(plan: Plan, row: FigureRow): boolean {
  const { sample, value } = readingOf(plan, row);
  return sample > 0 || value !== null;
}

/** Read once for each row, not for each comparison: of hundreds of agents that would be noticed. */
function largestFirst(rows: readonly FigureRow[], plan: Plan): readonly FigureRow[] {
  const read = rows.map((row) => ({
    row,
    partial: isPartial(row),
    sample: readingOf(plan, row).sample,
    part: partOf(plan, row),
    name: row.key.join(),
  }));
  return read
    .toSorted(
      (a, b) =>
        a.partial - b.partial ||
        b.sample - a.sample ||
        b.part - a.part ||
        names.compare(a.name, b.name),
    )
    .map(({ row }) => row);
}

const names = new Intl.Collator("en");

/** Parts of one whole have its sample in common. */
const partOf = (plan: Plan, row: FigureRow): number =>
  plan.formula.sample.some(({ input }) => input.ignores !== undefined)
    ? (readingOf(plan, row).numerator ?? 0)
    : 0;

/** Records without a value in a segment are no group that anybody leads. */
const isPartial = ({ key }: FigureRow): number => (key.includes(null) ? 1 : 0);

const figureOf = (plan: Plan, row: FigureRow, by: readonly Segment[]): SegmentFigure => {
  const { value, numerator, denominator, sample, interval } = readingOf(plan, row);
  return {
    key: Object.fromEntries(by.map((segment, index) => [segment, row.key[index] ?? null])),
    value,
    numerator,
    denominator,
    sample,
    variants: variantsOf(plan, row),
    interval,
  };
};

const agentIn = ({ key }: FigureRow, by: readonly Segment[]): string | null =>
  key[by.indexOf("agent")] ?? null;

/**
 * Agents who opted out, but for one who was asked for by name: that was allowed before. One alone
 * would be known all the same, so the agent with the fewest contacts keeps them company.
 */
function hiddenAgents(
  rows: readonly FigureRow[],
  { by, where }: Question,
  plan: Plan,
  optedOut: readonly string[],
): readonly string[] {
  const asked = where.agent !== undefined && "in" in where.agent ? where.agent.in : [];
  const sizes = new Map<string, number>();
  for (const row of rows) {
    const agent = agentIn(row, by);
    if (agent === null || isNamed(agent, asked)) continue;
    sizes.set(agent, (sizes.get(agent) ?? 0) + readingOf(plan, row).sample);
  }
  const agents = [...sizes].toSorted(([, a], [, b]) => a - b).map(([agent]) => agent);
  const hidden = agents.filter((agent) => isNamed(agent, optedOut));
  if (hidden.length !== 1) return hidden;
  return [...hidden, ...agents.filter((agent) => !hidden.includes(agent)).slice(0, 1)];
}

interface Fold {
  readonly after: number;
  readonly groups: number;
  /** Which records "other" is measured over: percentages cannot be added up. */
  readonly rest: { readonly where: Filters; readonly except?: readonly Part[] };
}

/** What becomes "other": nothing where that would be a single segment. */
function foldOf(
  question: Question,
  segments: readonly SegmentFigure[],
  hidden: readonly string[],
): Fold | null {
  const { where } = question;
  const most = shownFirst(question);
  if (segments.length + hidden.length > most + 1) {
    const shown = segments.slice(0, most);
    return {
      after: shown.length,
      groups: segments.length - shown.length + hidden.length,
      rest: { where, except: shown.map(({ key }) => key) },
    };
  }
  if (hidden.length === 0) return null;
  const after = segments.length;
  return { after, groups: hidden.length, rest: { where: { ...where, agent: { in: hidden } } } };
}
