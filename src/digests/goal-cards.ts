import type { Goal, GoalCard } from "../../goals/goal.ts";
import { kpiTitle } from "../blocks/answer-texts.ts";
import { unitOf } from "../../goals/scale.ts";
import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import type { Freshness } from "../reports/answer.ts";
import type { BriefAnswer } from "../reports/answer-briefly.ts";
import { goalOutlook, noOutlook } from "./goal-outlook.ts";
import { dueText, goalRemarks } from "./goal-remarks.ts";
import { aimText, goalSentence } from "./goal-sentence.ts";
import { standingsOf, type GoalStanding, type StandingPorts } from "./goal-standing.ts";
import { measuredTitle } from "./measure.ts";
import { sayDay, sayShortInstant } from "./say-when.ts";

/** What a card is made with. */
export type CardPorts = StandingPorts;

/** Whoever reads a card: a person, or a channel with its digest. */
export interface CardReader {
  readonly locale: Locale;
  /** Only "data as of" is told in it. */
  readonly zone: string;
}

/** A goal with what it is worth now, every text in the reader's language. */
export async function goalCard(
  goal: Goal,
  ports: CardPorts,
  reader: CardReader,
): Promise<GoalCard> {
  const [card] = await goalCards([goal], ports, reader);
  if (card === undefined) throw new RangeError("a goal went missing");
  return card;
}

/** The same of several, in their order: for as many as are shown. */
export async function goalCards(
  goals: readonly Goal[],
  ports: CardPorts,
  reader: CardReader,
): Promise<readonly GoalCard[]> {
  const standings = await standingsOf(goals, ports, { trend: true });
  return Promise.all(standings.map((standing) => cardOf(standing, ports, reader)));
}

async function cardOf(
  standing: GoalStanding,
  ports: CardPorts,
  { locale, zone }: CardReader,
): Promise<GoalCard> {
  const { reports, periods } = ports;
  const { goal, measured, answer, value, state, progress, expected } = standing;
  const unit = unitOf(goal);
  const isKnown = value !== null && standing.isWhole;
  const outlook =
    answer === null
      ? noOutlook
      : await goalOutlook(goal, { state, isKnown, measured, answer }, { reports, periods }, locale);
  return {
    id: goal.id,
    kpi: goal.kpi,
    title: measuredTitle(measured, locale),
    sentence: goalSentence(goal, locale, answer?.currency),
    state,
    stateText: stateText(standing, locale),
    unit,
    direction: goal.direction,
    value,
    valueText: valueText(answer, locale),
    target: goal.target,
    upTo: goal.upTo ?? null,
    steps: goal.steps,
    targetText: aimText(goal, locale, answer?.currency),
    progress,
    expected,
    progressText: progressText(progress, expected, locale),
    ...outlook,
    deadline: goal.deadline,
    deadlineText: sayDay(goal.deadline, locale),
    owner: goal.owner,
    checkpointOwners: goal.checkpointOwners,
    severity: goal.severity,
    why: goal.why,
    dueText: dueText(goal, ports, locale),
    remarks: goalRemarks(goal, ports, locale),
    series: fromFirstValue(answer?.series.map((point) => point.value) ?? []),
    asOfText: asOfText(answer?.freshness ?? [], locale, zone),
  };
}

/** The state in words, and the guardrails that broke. */
export function stateText(
  { state, isWhole, brokenGuardrails }: GoalStanding,
  locale: Locale,
): string {
  if (state === "active" && !isWhole) return say(locale, (t) => t.goals.notCurrent);
  const kpis = listed(
    brokenGuardrails.map((kpi) => kpiTitle(kpi, locale)),
    locale,
  );
  return say(locale, (t) => t.goals.states[state], { kpis });
}

/** A picture that begins before the records do would be mostly holes. */
const fromFirstValue = (values: readonly (number | null)[]): readonly (number | null)[] => {
  const first = values.findIndex((value) => value !== null);
  return first === -1 ? [] : values.slice(first);
};

/** Inside of a sentence, as it stands on a card. */
const valueText = (answer: BriefAnswer | null, locale: Locale): string =>
  answer === null || answer.value === null
    ? say(locale, (t) => t.digests.status.no_data)
    : formatQuantity(answer.value, answer.unit, locale, answer);

function progressText(progress: number | null, expected: number | null, locale: Locale): string {
  if (progress === null) return "";
  const percent = (value: number) => formatQuantity(Math.round(value), "percent", locale);
  return expected === null
    ? say(locale, (t) => t.goals.progress, { progress: percent(progress) })
    : say(locale, (t) => t.goals.progressExpected, {
        progress: percent(progress),
        expected: percent(expected),
      });
}

/** The oldest of the sources used decides how far a figure reaches. */
export function asOfText(freshness: readonly Freshness[], locale: Locale, zone: string): string {
  const known = freshness.flatMap(({ asOf }) => (asOf === null ? [] : [asOf.getTime()]));
  return known.length === 0
    ? say(locale, (t) => t.digests.neverRead)
    : say(locale, (t) => t.digests.asOf, {
        time: sayShortInstant(new Date(Math.min(...known)), locale, zone),
      });
}
