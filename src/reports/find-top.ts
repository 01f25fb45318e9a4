import type { Locale } from "../i18n/locale.ts";
import type { Segment } from "../kinds/kind.ts";
import type { Terms } from "../kpis/inputs.ts";
import type { PeriodFault } from "../periods/period.ts";
import { headOf } from "./answer-head.ts";
import { answerQuestion } from "./answer-question.ts";
import { addsUp } from "./decompose.ts";
import { paretoOf } from "./pareto.ts";
import type { Plan } from "./plan.ts";
import type { Question } from "./question.ts";
import { recordsBehind, type BehindAsked } from "./records-behind.ts";
import type { ReportParts, Session } from "./session.ts";
import type { Ranking, Top } from "./top.ts";

const mostRecords = 15;
const mostSegments = 10;

/** From a number to its records. */
export async function findTop(
  question: Question,
  plan: Plan,
  session: Session,
  parts: ReportParts,
  locale: Locale,
): Promise<Top | PeriodFault> {
  const { ranking, ...order } = rankingOf(plan);
  const answerBy = (by: readonly Segment[]) =>
    answerQuestion({ ...question, by, every: null }, plan, session, parts, locale);
  const asked: readonly Segment[] = question.by.length > 0 ? question.by : ["topic"];
  const first = await answerBy(ranking === "segments" ? asked : []);
  if ("fault" in first) return first;
  const isNamed = first.segments.some(({ key }) =>
    Object.values(key).some((each) => each !== null),
  );
  // Where no source knows topics, the channels still say something.
  const by: readonly Segment[] = ranking !== "segments" || isNamed ? asked : ["channel"];
  const answer = by === asked ? first : await answerBy(by);
  if ("fault" in answer) return answer;
  const { period: window, where } = answer;
  const records =
    ranking === "segments"
      ? { records: [], total: 0 }
      : await recordsBehind(plan, { ...order, window, where, limit: mostRecords }, session, parts);
  const segments = answer.segments.slice(0, mostSegments);
  const pareto =
    ranking === "segments" ? await paretoOf(plan, answer, by, session, parts.settings) : null;
  return {
    ...headOf(answer),
    ranking,
    records,
    segments,
    pareto,
  };
}

type Ordered = Pick<BehindAsked, "order" | "atMost" | "atLeast"> & { readonly ranking: Ranking };

/** Which records a person who sees the figure wants to see. */
function rankingOf(plan: Plan): Ordered {
  const { value } = plan.formula;
  const isLowerBetter = plan.kpi.better === "lower";
  const byPart: Ordered = isLowerBetter
    ? { ranking: "largest", order: "largest" }
    : { ranking: "smallest", order: "smallest" };
  switch (value.take) {
    case "sum":
      return value.terms.every(({ input }) => input.until !== undefined)
        ? { ranking: "oldest", order: "oldest" }
        : { ranking: "segments", order: "mixed" };
    case "none":
    case "product":
      return { ranking: "segments", order: "mixed" };
    case "percentile":
      return byPart;
    case "ratio":
      if (addsUp(plan, []) === "none") return { ranking: "segments", order: "mixed" };
      if (!value.numerator.every(({ input }) => input.take === "count")) return byPart;
      return isLowerBetter
        ? { ranking: "against", order: "largest", atLeast: 1 }
        : { ranking: "against", order: "smallest", atMost: worstPart(value.numerator) };
  }
}

/** Of a score above less a score below, only what lies below speaks against it. */
const worstPart = (terms: Terms): number => (terms.some(({ times }) => times === -1) ? -1 : 0);
