import type { Locale } from "../i18n/locale.ts";
import { inputsOf, needsOfMeasure } from "../kpis/evaluate.ts";
import type { Filters } from "../kpis/where.ts";
import { comparisonPeriod } from "../periods/comparison-period.ts";
import type { Period, PeriodFault, PeriodSettings, Window } from "../periods/period.ts";
import { periodsBefore } from "../periods/periods-before.ts";
import { piecesOf } from "../periods/pieces-of.ts";
import { resolvePeriod } from "../periods/resolve-period.ts";
import type { FigureRow } from "../records/query.ts";
import type { Answer, AnswerPeriod, Comparison, SegmentFigure } from "./answer.ts";
import { freshnessOf, isCurrent } from "./freshness.ts";
import { checkGuardrails } from "./guardrails.ts";
import { likeForLike } from "./like-for-like.ts";
import { rowOf } from "./measuring.ts";
import { reasonFor } from "./no-data.ts";
import type { Plan, ReportSettings } from "./plan.ts";
import type { Question } from "./question.ts";
import { readingOf, variantsOf, type Reading } from "./reading.ts";
import { seriesLength } from "./series-length.ts";
import { statesOf, type ReportParts, type Session } from "./session.ts";
import { targetCheck } from "./target-check.ts";
import { changeOf, verdictOf } from "./verdict.ts";
import { warningsOf } from "./warnings.ts";

/** The whole answer to a question whose KPI and options are decided. */
export async function answerQuestion(
  question: Question,
  plan: Plan,
  session: Session,
  parts: ReportParts,
  locale: Locale,
): Promise<Answer | PeriodFault> {
  const { periods, settings } = parts;
  const { now, measuring } = session;
  const { where } = question;
  const period = resolvePeriod(question.period, now, periods);
  if ("fault" in period) return period;
  const before = beforeOf(question, period, now, periods);
  if ("fault" in before) return before;

  const points = pointsOf(question, period, periods);
  if ("fault" in points) return points;
  const [readings, detail, segments, guards] = await Promise.all([
    session.readings(plan, [period, before, ...points], where),
    detailOf(plan, period, where, session),
    segmentsOf(plan, period, question, session, settings),
    checkGuardrails(plan, { period, before, where }, session, settings),
  ]);
  const [reading, earlier, ...seriesReadings] = readings;
  if (reading === undefined || earlier === undefined) throw new RangeError("a window went missing");

  const sources = statesOf(plan, session.states);
  const freshness = sources.map((state) => freshnessOf(state, parts.freshness, now));
  const mayJudge = isCurrent(freshness, period);
  const judged = <T extends { readonly verdict: unknown }>(check: T) =>
    mayJudge ? check : { ...check, verdict: null };
  const comparison =
    question.versus === "target" ? null : judged(comparisonOf(plan, reading, earlier, before));
  const guardrails = guards.map(judged);
  const target = targetCheck(plan, reading.value, where, settings);
  const known = { plan, reading, row: detail, period, locale };
  return {
    kpi: plan.id,
    definition: `${plan.id}@${plan.kpi.version}`,
    period: toAnswerPeriod(period),
    where,
    value: reading.value,
    unit: plan.unit,
    numerator: reading.numerator,
    denominator: reading.denominator,
    sample: reading.sample,
    variants: variantsOf(plan, detail),
    interval: reading.interval,
    reason:
      reading.value === null
        ? await reasonFor({
            ...known,
            where,
            measuring,
            extent: await session.extent(plan),
            isFirstReading: session.isFirstReading,
            isHeld: inputsOf(plan.formula).some(({ kind }) => session.held.kinds.has(kind)),
          })
        : null,
    comparison,
    target: target === null ? null : judged(target),
    guardrails,
    segments,
    series: points.map(({ from, to }, index) => ({
      from,
      to,
      value: seriesReadings[index]?.value ?? null,
      sample: seriesReadings[index]?.sample ?? 0,
    })),
    freshness,
    warnings: warningsOf({
      ...known,
      now,
      comparison,
      guardrails,
      freshness,
      sources,
      lacksTrend: lacksTrend(question, reading, seriesReadings),
    }),
  };
}

/** What the period is compared with: the one chosen, or the one before. */
function beforeOf(
  { versus }: Question,
  period: Period,
  now: Date,
  settings: PeriodSettings,
): Period | PeriodFault {
  if (versus === null || versus === "target") return comparisonPeriod(period, settings);
  const chosen = resolvePeriod(versus, now, settings);
  return "fault" in chosen ? chosen : likeForLike(chosen, period);
}

/** What the series are: the pieces asked for, or the periods that end with this one. */
const pointsOf = (
  { every, trend }: Question,
  period: Period,
  settings: PeriodSettings,
): readonly Window[] | PeriodFault =>
  every === null
    ? periodsBefore(period, seriesLength(period.unit, trend), settings)
    : piecesOf(period, every, settings);

/** One figure is no line; why there is no figure at all is said anyway. */
const lacksTrend = ({ trend, every }: Question, now: Reading, series: readonly Reading[]) =>
  trend &&
  every === null &&
  now.value !== null &&
  series.filter(({ value }) => value !== null).length < 2;

function comparisonOf(plan: Plan, now: Reading, before: Reading, period: Period): Comparison {
  return {
    period: toAnswerPeriod(period),
    value: before.value,
    change: changeOf(now, before),
    verdict: verdictOf(plan, now, before),
  };
}

/** The sums behind variants and notes: only the period itself needs them. */
async function detailOf(
  { formula }: Plan,
  period: Period,
  where: Filters,
  { measuring }: Session,
): Promise<FigureRow> {
  const rows = await measuring({
    needs: needsOfMeasure(formula, { withVariants: true, withNotes: true }),
    windows: [period],
    where,
  });
  return rowOf(rows, 0);
}

/** The largest first; what has no value in a segment last. */
async function segmentsOf(
  plan: Plan,
  period: Period,
  { by, where }: Question,
  { measuring }: Session,
  settings: ReportSettings,
): Promise<readonly SegmentFigure[]> {
  if (by.length === 0) return [];
  const rows = await measuring({
    needs: needsOfMeasure(plan.formula, { withVariants: true }),
    windows: [period],
    by,
    where,
  });
  return rows
    .map((row) => ({ row, reading: readingOf(plan, row) }))
    .filter(({ reading }) => reading.sample > 0 || reading.value !== null)
    .toSorted(
      (a, b) =>
        isPartial(a.row) - isPartial(b.row) ||
        b.reading.sample - a.reading.sample ||
        a.row.key.join().localeCompare(b.row.key.join(), "en"),
    )
    .map(({ row, reading }) => ({
      key: Object.fromEntries(by.map((segment, index) => [segment, row.key[index] ?? null])),
      value: reading.value,
      numerator: reading.numerator,
      denominator: reading.denominator,
      sample: reading.sample,
      variants: variantsOf(plan, row),
      interval: reading.interval,
      ...ownTarget(plan, row.key[by.indexOf("channel")], settings),
    }));
}

/** What one channel promised; a target for all of them stands above the table. */
function ownTarget(
  plan: Plan,
  channel: string | null | undefined,
  settings: ReportSettings,
): Pick<SegmentFigure, "target"> {
  const target = settings.targets[plan.id] ?? plan.kpi.target;
  if (typeof channel !== "string" || typeof target !== "object") return {};
  const check = targetCheck(plan, null, { channel: { in: [channel] } }, settings);
  return check === null ? {} : { target: check.value };
}

/** Records without a value in a segment are no group that anybody leads. */
const isPartial = ({ key }: FigureRow): number => (key.includes(null) ? 1 : 0);

const toAnswerPeriod = ({ label, from, to, zone, complete }: Period): AnswerPeriod => ({
  label,
  from,
  to,
  zone,
  complete,
});
