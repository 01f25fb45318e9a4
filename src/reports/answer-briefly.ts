import { isCard } from "../kpis/card.ts";
import type { PeriodSpec } from "../periods/period.ts";
import type { Answer, Comparison } from "./answer.ts";
import { contradictionIn } from "./contradiction.ts";
import { freshnessOf, reachOf } from "./freshness.ts";
import { layQuestion, type LaidQuestion } from "./lay-question.ts";
import { kindsToChoose, planFor, withKind, type Plan } from "./plan.ts";
import type { Question } from "./question.ts";
import type { Reading } from "./reading.ts";
import type { ReadingsAsked } from "./read-many.ts";
import { statesOf, type ReportParts, type Session } from "./session.ts";
import { lengthOf, mayJudge, verdictOf } from "./verdict.ts";

/** One question of many: a figure, and beside it only what is asked for. */
export interface BriefQuestion extends Pick<Question, "kpi" | "period" | "where" | "options"> {
  /** Judged against this one; null where nothing is to be judged. */
  readonly versus: PeriodSpec | null;
  /** With the periods that end with this one. */
  readonly trend: boolean;
}

/** What `answer` would say to the same question, and no more. */
export interface BriefAnswer extends Pick<
  Answer,
  "period" | "value" | "unit" | "currency" | "sample" | "freshness" | "series"
> {
  /** As asked; where several kinds could answer and nothing says which, with the first of them. */
  readonly options: Question["options"];
  /** Null where there is nothing to judge, or too little to judge by. */
  readonly verdict: Comparison["verdict"];
}

/** Answers in the order of the questions; null where one cannot be laid on the calendar. */
export async function answerBriefly(
  questions: readonly BriefQuestion[],
  session: Session,
  parts: ReportParts,
): Promise<readonly (BriefAnswer | null)[]> {
  const lay = layerOf(session, parts);
  const laid = questions.map((question) => ({ question, laid: lay(question) }));
  const asked = laid.map(({ question, laid: on }): ReadingsAsked | null =>
    on === null ? null : { plan: on.plan, windows: windowsOf(question, on), where: question.where },
  );
  const readings = await session.readMany(asked.filter((each) => each !== null));
  let next = 0;
  return laid.map(({ question, laid: on }) => {
    if (on === null) return null;
    const own = readings[next] ?? [];
    next += 1;
    return toBrief(question, on, own, parts);
  });
}

interface Laid extends Pick<LaidQuestion, "periods" | "period" | "before" | "points"> {
  readonly plan: Plan;
  readonly options: Question["options"];
  readonly freshness: Answer["freshness"];
}

const windowsOf = ({ versus, trend }: BriefQuestion, { period, before, points }: Laid) => [
  period,
  ...(versus === null ? [] : [before]),
  ...(trend ? points : []),
];

/** Lays questions on the calendar, each that is asked alike once. */
function layerOf(session: Session, parts: ReportParts): (question: BriefQuestion) => Laid | null {
  const known = new Map<string, Laid | null>();
  return (question) => {
    const { kpi, options, period, versus, where, trend } = question;
    // Of the filters, a team may have its own calendar, and an agent is judged by the month.
    const name = JSON.stringify([kpi, options, period, versus, trend, where.team, where.agent]);
    const before = known.get(name);
    if (before !== undefined) return before;
    const laid = layOne(question, session, parts);
    known.set(name, laid);
    return laid;
  };
}

function layOne(
  { kpi, options: said, period, versus, where, trend }: BriefQuestion,
  session: Session,
  parts: ReportParts,
): Laid | null {
  const { settings } = parts;
  const { now, held, states } = session;
  const [kind] = kindsToChoose(kpi, said, settings, held);
  const options = kind === undefined ? said : { ...said, kind };
  const plan = planFor(kpi, withKind(kpi, options, settings, held), settings);
  const question: Question = {
    kpi,
    options,
    period,
    versus,
    where,
    by: [],
    every: null,
    trend: true,
  };
  if (contradictionIn(question, plan, now, parts) !== null) return null;
  const freshness = statesOf(plan, states).map((state) => freshnessOf(state, parts.freshness, now));
  const ways = { now, reach: reachOf(freshness), isAlone: !trend };
  const laid = layQuestion(question, plan, ways, parts);
  return "fault" in laid ? null : { ...laid, plan, options, freshness };
}

function toBrief(
  { versus, trend }: BriefQuestion,
  { plan, options, period, before: earlier, periods, points, freshness }: Laid,
  [reading, ...others]: readonly Reading[],
  { settings }: ReportParts,
): BriefAnswer {
  if (reading === undefined) throw new RangeError("a window went missing");
  const [before] = versus === null ? [] : others;
  const series = others.slice(before === undefined ? 0 : 1);
  const isJudged = before !== undefined && !isCard(plan.kpi) && mayJudge(plan, freshness, period);
  const { label, from, to, zone, complete } = period;
  return {
    options,
    period: { label, from, to, zone, complete },
    value: reading.value,
    unit: plan.unit,
    currency: settings.currency,
    sample: reading.sample,
    freshness,
    series: trend
      ? points.map(({ from, to }, index) => ({
          from,
          to,
          value: series[index]?.value ?? null,
          sample: series[index]?.sample ?? 0,
        }))
      : [],
    verdict: isJudged ? verdictOf(plan, reading, before, lengthOf(period, earlier, periods)) : null,
  };
}
