import type { Locale } from "../i18n/locale.ts";
import { isCard } from "../kpis/card.ts";
import { needsOfMeasure } from "../kpis/evaluate.ts";
import type { Filters } from "../kpis/where.ts";
import type { Period, PeriodFault } from "../periods/period.ts";
import type { FigureRow } from "../records/query.ts";
import type { Answer, AnswerPeriod, Comparison } from "./answer.ts";
import { agentRemarks } from "./agent-remarks.ts";
import { benchmarkRemarks } from "./benchmark.ts";
import { changedOptions } from "./changed-options.ts";
import { compareChurn } from "./compare-churn.ts";
import { freshnessOf, reachOf } from "./freshness.ts";
import { checkGuardrails } from "./guardrails.ts";
import { heatOf, withoutHours } from "./heat.ts";
import { rowOf } from "./measuring.ts";
import { layQuestion } from "./lay-question.ts";
import { monthRemarks } from "./month-remarks.ts";
import { droppedCase, droppedRemarks } from "./dropped-records.ts";
import { questionRemarks } from "./question-remarks.ts";
import { reasonFor } from "./no-data.ts";
import type { Plan } from "./plan.ts";
import { promisedShare, promiseRemarks } from "./promised-shares.ts";
import type { Question } from "./question.ts";
import { endsOf, variantsOf, type Reading } from "./reading.ts";
import { sharedCostRemarks } from "./shared-costs.ts";
import { splitOf } from "./segments.ts";
import { staffingRemarks } from "./staffing-remarks.ts";
import { statesOf, type ReportParts, type Session } from "./session.ts";
import { segmentsLacking } from "./one-sided.ts";
import { unusedOptions } from "./unused-options.ts";
import { partlyUnknown } from "./unknown-value.ts";
import { targetCheck } from "./target-check.ts";
import { changeOf, lengthOf, mayJudge, verdictOf } from "./verdict.ts";
import { warningsOf } from "./warnings.ts";

/** The whole answer to a question whose KPI and options are decided. */
export async function answerQuestion(
  question: Question,
  plan: Plan,
  session: Session,
  parts: ReportParts,
  locale: Locale,
): Promise<Answer | PeriodFault> {
  const { settings } = parts;
  const { now, measuring } = session;
  const { where } = question;
  const sources = statesOf(plan, session.states);
  const freshness = sources.map((state) => freshnessOf(state, parts.freshness, now));
  const laid = layQuestion(question, plan, { now, reach: reachOf(freshness) }, parts);
  if ("fault" in laid) return laid;
  const { periods, period, before, points, heated } = laid;
  const [readings, detail, split, guards, churn, lacking, unknown, shared] = await Promise.all([
    session.readings(plan, [period, before, ...points], where),
    detailOf(plan, period, where, session),
    splitOf(question, plan, period, measuring, parts),
    checkGuardrails(plan, { period, before, where }, session, settings),
    compareChurn(plan, { period, where, locale }, session, settings),
    segmentsLacking(question, plan, period, measuring, locale),
    partlyUnknown({ plan, period, where, measuring, locale }),
    sharedCostRemarks(question, plan, period, measuring, settings, locale),
  ]);
  const [reading, earlier, ...seriesReadings] = readings;
  // Where one side has no value of it, each group would be measured against nothing.
  const { segments, other } = lacking.isSplit ? { segments: [], other: null } : split;
  if (reading === undefined || earlier === undefined) throw new RangeError("a window went missing");

  const isJudged = mayJudge(plan, freshness, period);
  const judged = <T extends { readonly verdict: unknown }>(check: T) =>
    isJudged ? check : { ...check, verdict: null };
  const comparison =
    question.versus === "target" || isCard(plan.kpi)
      ? null
      : judged(
          comparisonOf(plan, reading, earlier, {
            period: before,
            length: lengthOf(period, before, periods),
          }),
        );
  const guardrails = guards.map(judged);
  const target = targetCheck(plan, reading, where, settings, promisedShare(plan, detail, period));
  const timed = heated.filter(({ kind }) => session.held.kinds.has(kind));
  const heat =
    timed.length === 0
      ? {}
      : { heat: heatOf(period, period.zone, await session.countBySlot(timed, period, where)) };
  const series = points.map(({ from, to }, index) => ({
    from,
    to,
    value: seriesReadings[index]?.value ?? null,
    sample: seriesReadings[index]?.sample ?? 0,
  }));
  const staffing = await staffingRemarks(
    { plan, period, before, where, comparison, guardrails, locale },
    session,
    parts.settings,
  );
  const known = { plan, reading, row: detail, period, locale };
  const kept = droppedCase(parts, now, { period, comparison, locale });
  const unused = unusedOptions(plan, settings);
  const idle = unused.filter((name) => question.options[name] !== undefined);
  const ends = endsOf(plan, detail);
  const changed = changedOptions(plan, question.options, settings).filter(
    ({ name }) => !unused.includes(name),
  );
  return {
    kpi: plan.id,
    definition: `${plan.id}@${plan.kpi.version}`,
    period: toAnswerPeriod(period),
    where,
    value: reading.value,
    unit: plan.unit,
    currency: settings.currency,
    numerator: reading.numerator,
    denominator: reading.denominator,
    sample: reading.sample,
    variants: variantsOf(plan, detail),
    interval: reading.interval,
    reason:
      reading.value === null
        ? await reasonFor({
            ...known,
            kept,
            where,
            measuring,
            extent: await session.extent(plan),
            isFirstReading: session.isFirstReading,
            held: session.held.kinds,
          })
        : null,
    comparison,
    target: target === null ? null : judged(target),
    guardrails,
    segments,
    other,
    series,
    freshness,
    warnings: [
      ...droppedRemarks(kept, reading.value),
      ...warningsOf({
        ...known,
        periods,
        now,
        comparison,
        guardrails,
        freshness,
        sources,
        setAside: session.setAside,
        lacksTrend: lacksTrend(question, reading, seriesReadings),
      }),
      ...lacking.remarks,
      ...unknown,
      ...shared,
      ...questionRemarks(question, target, idle, locale),
      ...(heated.length > 0 ? withoutHours(detail, locale) : []),
      ...agentRemarks(question, plan, period, segments, locale),
      ...staffing,
      ...monthRemarks(question, plan, period, series, locale),
      ...churn,
      ...promiseRemarks(plan, detail, period, locale),
      ...benchmarkRemarks(plan, reading, where, settings, locale),
    ],
    ...heat,
    ...(ends === null ? {} : { ends }),
    ...(changed.length === 0 ? {} : { changed }),
    ...(idle.length === 0 ? {} : { unused: idle }),
  };
}

/** One figure is no line; why there is no figure at all is said anyway. */
const lacksTrend = ({ trend, every }: Question, now: Reading, series: readonly Reading[]) =>
  trend &&
  every === null &&
  now.value !== null &&
  series.filter(({ value }) => value !== null).length < 2;

function comparisonOf(
  plan: Plan,
  now: Reading,
  before: Reading,
  { period, length }: { readonly period: Period; readonly length: number },
): Comparison {
  return {
    period: toAnswerPeriod(period),
    value: before.value,
    change: changeOf(now, before),
    verdict: verdictOf(plan, now, before, length),
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

const toAnswerPeriod = ({ label, from, to, zone, complete }: Period): AnswerPeriod => ({
  label,
  from,
  to,
  zone,
  complete,
});
