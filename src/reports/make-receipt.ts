import type { Locale } from "../i18n/locale.ts";
import { inputsOf, needsOfMeasure } from "../kpis/evaluate.ts";
import type { Input, Terms } from "../kpis/inputs.ts";
import { noteCodes, type Figure } from "../kpis/kpi.ts";
import { localDay } from "../periods/local-day.ts";
import type { PeriodFault } from "../periods/period.ts";
import type { FigureRow } from "../records/query.ts";
import type { WorkingTime } from "../records/store.ts";
import { excludedRows } from "../records/query-set-aside.ts";
import { recordStatements, type Statement } from "../records/record-statements.ts";
import { headOf } from "./answer-head.ts";
import { answerQuestion } from "./answer-question.ts";
import type { Answer } from "./answer.ts";
import { onlyTeam, periodsFor } from "./lay-question.ts";
import { createMeasuring, rowOf } from "./measuring.ts";
import type { Plan } from "./plan.ts";
import { promisesHeld } from "./promises-held.ts";
import type { Question } from "./question.ts";
import { readingOf } from "./reading.ts";
import type { Receipt, ReceiptFormula, ReceiptSource, ReceiptTerm } from "./receipt.ts";
import { recordsBehind } from "./records-behind.ts";
import { unusedOptions } from "./unused-options.ts";
import { statesOf, type ReportParts, type Session } from "./session.ts";

const mostRecords = 10;

/** Measures a question once more, keeping what was asked of the records. */
export async function makeReceipt(
  question: Question,
  plan: Plan,
  session: Session,
  parts: ReportParts,
  locale: Locale,
): Promise<Receipt | PeriodFault> {
  const answer = await answerQuestion(question, plan, session, parts, locale);
  if ("fault" in answer) return answer;
  const { period, where } = answer;
  const [{ row, statements }, inPeriod, sources, records] = await Promise.all([
    measureAloud(question, plan, answer, session, parts),
    rowsIn(plan, answer, session),
    sourcesOf(plan, answer, session, parts),
    recordsBehind(
      plan,
      { window: period, where, order: "mixed", limit: mostRecords },
      session,
      parts,
    ),
  ]);
  const { obstacle } = readingOf(plan, row);
  const unused = unusedOptions(plan, parts.settings);
  return {
    ...headOf(answer),
    options: Object.fromEntries(
      Object.entries(plan.options).filter(([name]) => !unused.includes(name)),
    ),
    weekStarts: parts.periods.weekStarts,
    clock: plan.options["clock"] === "business" ? "business" : "calendar",
    schedules: schedulesIn(answer, parts),
    workingSeconds: workingSecondsIn(answer, parts.workingTime),
    formula: formulaOf(plan.formula.value, obstacle === "withheld" ? null : row),
    promises: promisesHeld(plan, row, period),
    rows: {
      inPeriod,
      used: answer.sample,
      leftOut: answer.warnings.filter(({ code }) => noteCodes.some((note) => note === code)),
    },
    sources,
    records,
    statements,
  };
}

/** Of the workspace's calendar, or of the team's that is asked about; none where it has never changed. */
function schedulesIn({ period, where }: Answer, parts: ReportParts): Receipt["schedules"] {
  const { changedOn = [], zone } = periodsFor(where, parts);
  if (changedOn.length === 0) return [];
  const first = localDay(period.from, zone);
  const last = localDay(new Date(period.to.getTime() - 1), zone);
  return [null, ...changedOn]
    .map((from, at) => ({ from, until: changedOn[at] ?? null }))
    .filter(({ from, until }) => (from ?? first) <= last && (until === null || until > first));
}

/** By the same calendar; all of it where nobody configured hours. */
function workingSecondsIn({ period, where }: Answer, workingTime: WorkingTime | null): number {
  const { from, to } = period;
  const intervals = workingTime?.intervals(onlyTeam(where), from, to) ?? [{ from, to }];
  return (
    intervals.reduce((sum, each) => sum + (each.to.getTime() - each.from.getTime()), 0) / 1_000
  );
}

/** The figure, and the split that was asked for, with the very statements that were sent for them. */
async function measureAloud(
  { by }: Question,
  { formula }: Plan,
  { period, where }: Answer,
  { now, held }: Session,
  { records, hideLater, periods, workingTime }: ReportParts,
): Promise<{ readonly row: FigureRow; readonly statements: readonly Statement[] }> {
  const aloud = recordStatements(records);
  const measuring = createMeasuring(aloud.store, held, {
    now,
    hideLater,
    zone: periods.zone,
    workingTime,
  });
  const asked = { needs: needsOfMeasure(formula), windows: [period], where };
  const row = rowOf(await measuring(asked), 0);
  if (by.length > 0) await measuring({ ...asked, by });
  // The split asks once more what the whole has asked already.
  const sent = aloud.taken().map((each) => [JSON.stringify(each), each] as const);
  return { row, statements: [...new Map(sent).values()] };
}

/** Records that lie in the period as those that count do, whether or not they count. */
async function rowsIn(
  { formula }: Plan,
  { period, where }: Answer,
  { measuring, held }: Session,
): Promise<number | null> {
  const [first] = formula.sample;
  if (first === undefined || !held.kinds.has(first.input.kind)) return null;
  const { where: _, hingesOn: _events, spread: _parts, ...place } = first.input;
  const all: Input = { ...place, id: `every record of ${place.kind}`, take: "count" };
  const rows = await measuring({
    needs: { inputs: [all], percentiles: [] },
    windows: [period],
    where,
  });
  return rowOf(rows, 0).sums.get(all.id) ?? null;
}

async function sourcesOf(
  plan: Plan,
  { freshness }: Answer,
  { states, setAside }: Session,
  { records }: ReportParts,
): Promise<readonly ReceiptSource[]> {
  const excluded = await excludedRows(records);
  const used = new Set<string>(inputsOf(plan.formula).map(({ kind }) => kind));
  return statesOf(plan, states).flatMap(({ source, rows, badRows }) => {
    const fresh = freshness.find((each) => each.source === source);
    if (fresh === undefined) return [];
    const own = setAside.filter((each) => each.source === source && used.has(each.kind));
    return {
      ...fresh,
      rows,
      badRows,
      reasons: own.map(({ field, reason, count }) => ({ field, reason, count })),
      excluded: excluded.get(source) ?? 0,
    };
  });
}

/** The formula with what its inputs came to; without where that would tell who answered what. */
function formulaOf(value: Figure, row: FigureRow | null): ReceiptFormula {
  const term = (times: 1 | -1, { id }: Input): ReceiptTerm => ({
    times,
    input: id,
    value: row?.sums.get(id) ?? null,
  });
  const listed = (terms: Terms): readonly ReceiptTerm[] =>
    terms.map(({ times, input }) => term(times, input));
  switch (value.take) {
    case "none":
      return { take: "none" };
    case "sum":
      return { take: "sum", terms: listed(value.terms) };
    case "percentile":
      return { take: "percentile", p: value.p, column: value.column, over: term(1, value.over) };
    case "product":
      return {
        take: "product",
        times: value.times,
        factors: value.factors.map((factor) => formulaOf(factor, row)),
        per: value.per ?? null,
      };
    case "ratio":
      return {
        take: "ratio",
        times: value.times,
        numerator: listed(value.numerator),
        denominator: listed(value.denominator),
      };
  }
}
