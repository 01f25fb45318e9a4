import type { Locale } from "../i18n/locale.ts";
import { segments, type Segment } from "../kinds/kind.ts";
import { needsOfMeasure } from "../kpis/evaluate.ts";
import type { PeriodFault } from "../periods/period.ts";
import type { FigureRow } from "../records/query.ts";
import { headOf } from "./answer-head.ts";
import { answerQuestion } from "./answer-question.ts";
import type { Answer, Comparison } from "./answer.ts";
import { addsUp, decompose, type Pair } from "./decompose.ts";
import { segmentsLacking, splittable } from "./one-sided.ts";
import type { Plan } from "./plan.ts";
import type { Question } from "./question.ts";
import type { ReportParts, Session } from "./session.ts";
import type { Why, WhyPart } from "./why.ts";

/** Single people are judged over months and by name asked for, never found by a search for causes. */
const searched: readonly Segment[] = segments.filter((segment) => segment !== "agent");

/** Two segments must show a change so much more clearly than one to be worth the longer sentence. */
const worthTwo = 1.2;

/** What moved between the period and the one it is compared with. */
export async function explainChange(
  question: Question,
  plan: Plan,
  session: Session,
  parts: ReportParts,
  locale: Locale,
): Promise<Why | PeriodFault> {
  // Beside each other over time, a few records each: nobody should be read from that.
  if (question.by.includes("agent")) return { fault: "why_of_agents" };
  const versus = question.versus === "target" ? null : question.versus;
  const asked = { ...question, versus, by: [], every: null, trend: false };
  const answer = await answerQuestion(asked, plan, session, parts, locale);
  if ("fault" in answer) return answer;
  // What a group adds to an anonymous survey would give away what its few people said.
  const isAnonymous = plan.kpi.fewest !== undefined;
  const { remarks: unsplit } = await segmentsLacking(
    { ...question, where: {} },
    plan,
    answer.period,
    session.measuring,
    locale,
  );
  const isWhole = isAnonymous || unsplit.length > 0;
  const found = isWhole ? null : await bestSplit(question, plan, answer, session);
  return {
    ...headOf(answer),
    comparison: answer.comparison,
    by: found?.by ?? [],
    adds: addsUp(plan, found?.by ?? []),
    parts: inOrder(found?.parts ?? []),
    unsplit,
  };
}

interface Split {
  readonly by: readonly Segment[];
  readonly pairs: readonly Pair[];
}

interface Judged {
  readonly by: readonly Segment[];
  readonly parts: readonly WhyPart[];
  readonly score: number;
}

/** The segments asked for or, failing that, those along which the change stands out most. */
async function bestSplit(
  { by }: Question,
  plan: Plan,
  answer: Answer,
  session: Session,
): Promise<Judged | null> {
  const { comparison } = answer;
  if (comparison === null || comparison.change === null) return null;
  const { change } = comparison;
  const split = (segment: readonly Segment[]): Promise<Split> =>
    splitBy(segment, plan, answer, comparison, session);
  if (by.length > 0) {
    const asked = await split(by);
    return judge(asked, plan, asked.pairs.length, change);
  }
  const along = await splittable(searched, plan, answer.period, session.measuring);
  const singles = (await Promise.all(along.map((each) => split([each])))).filter(isSplit);
  const looks = singles.reduce((sum, { pairs }) => sum + pairs.length, 0);
  const single = clearest(singles.map((each) => judge(each, plan, looks, change)));
  const [first] = single?.by ?? [];
  // Without one segment that stands out, a pair of them would only be chance found by search.
  if (single === null || first === undefined || single.score === 0) return single;
  const others = singles.flatMap((each) => each.by).filter((segment) => segment !== first);
  const doubles = (await Promise.all(others.map((other) => split([first, other])))).filter(isSplit);
  const moreLooks = doubles.reduce((sum, { pairs }) => sum + pairs.length, looks);
  const double = clearest(doubles.map((each) => judge(each, plan, moreLooks, change)));
  return double !== null && double.score > worthTwo * single.score ? double : single;
}

const isSplit = ({ pairs }: Split): boolean => pairs.length > 1;

async function splitBy(
  by: readonly Segment[],
  { formula }: Plan,
  { period, where }: Answer,
  { period: before }: Comparison,
  { measuring }: Session,
): Promise<Split> {
  const rows = await measuring({
    needs: needsOfMeasure(formula),
    windows: [before, period],
    by,
    where,
  });
  const keys = new Map(rows.map(({ key }) => [JSON.stringify(key), key]));
  const found = new Map(rows.map((row) => [JSON.stringify([row.window, row.key]), row]));
  const pairs = [...keys.values()].map((key): Pair => {
    const side = (window: number): FigureRow =>
      found.get(JSON.stringify([window, key])) ?? without(window, key);
    return {
      key: Object.fromEntries(by.map((segment, at) => [segment, key[at] ?? null])),
      before: side(0),
      now: side(1),
    };
  });
  return { by, pairs };
}

const without = (window: number, key: FigureRow["key"]): FigureRow => ({
  window,
  key,
  sums: new Map(),
  percentiles: new Map(),
  hasReadyMade: false,
  months: 0,
});

/** Scored by how far the parts that chance did not make lie from an even spread of the change. */
function judge({ by, pairs }: Split, plan: Plan, looks: number, change: number): Judged {
  const parts = decompose(plan, by, pairs, looks);
  const all = parts.reduce((sum, part) => sum + weightOf(part), 0);
  const score = parts.reduce((sum, part) => {
    const weight = weightOf(part) / all;
    if (part.verdict !== "clear" || part.total === null || weight <= 0) return sum;
    return sum + (part.total - weight * change) ** 2 / weight;
  }, 0);
  return { by, parts, score };
}

const weightOf = ({ before, now }: WhyPart): number =>
  before.share === null || now.share === null
    ? before.sample + now.sample
    : before.share + now.share;

const clearest = (judged: readonly Judged[]): Judged | null =>
  judged.reduce<Judged | null>(
    (best, each) => (best === null || each.score > best.score ? each : best),
    null,
  );

/** Those that can be told from chance first, then the largest. */
const inOrder = (parts: readonly WhyPart[]): readonly WhyPart[] =>
  parts.toSorted(
    (a, b) =>
      Number(b.verdict === "clear") - Number(a.verdict === "clear") ||
      Math.abs(b.total ?? 0) - Math.abs(a.total ?? 0) ||
      b.now.sample - a.now.sample,
  );
