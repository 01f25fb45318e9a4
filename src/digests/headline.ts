import type { GoalCard } from "../../goals/goal.ts";
import { kpiTitle } from "../blocks/answer-texts.ts";
import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import type { Answer } from "../reports/answer.ts";
import { storyOf, type Story } from "./choose.ts";
import { scorecardRow } from "./scorecard.ts";

export interface HeadlineParts {
  /** In order of importance. */
  readonly answers: readonly Answer[];
  readonly goals: readonly GoalCard[];
  readonly period: string;
}

/** What a goal can tell that no figure of the scorecard does. */
const goalStories = ["missed", "guardrail_broken", "behind", "achieved"] as const;
type GoalStory = (typeof goalStories)[number];

/** What a goal's news gives way to: a fall below the target before all, good news of figures after all. */
const before: Readonly<Record<GoalStory, readonly Story[]>> = {
  missed: ["worseAndMissed"],
  guardrail_broken: ["worseAndMissed"],
  behind: ["worseAndMissed"],
  achieved: ["worseAndMissed", "missed", "worse"],
};

/** The one sentence that matters most, be it of a figure or of a goal. */
export function headlineOf(parts: HeadlineParts, locale: Locale): string {
  const [first] = parts.answers;
  const story = first === undefined ? "noData" : storyOf(first);
  const news = goalNews(parts.goals);
  return news !== null && !before[news.story].includes(story)
    ? goalHeadline(news, locale)
    : figureHeadline(parts, story, locale);
}

interface GoalNews {
  readonly story: GoalStory;
  readonly card: GoalCard;
}

function goalNews(cards: readonly GoalCard[]): GoalNews | null {
  for (const story of goalStories) {
    const card = cards.find(({ state }) => state === story);
    if (card !== undefined) return { story, card };
  }
  return null;
}

const goalHeadline = ({ story, card }: GoalNews, locale: Locale): string =>
  say(locale, (t) => t.digestMore.goalHeadline[wordsFor(story, card)], {
    goal: card.id,
    title: card.title,
    value: card.valueText,
    target: card.targetText,
    deadline: card.deadlineText,
    state: card.stateText,
  });

/** What is to be kept is wanted all the time, not by its deadline. */
const wordsFor = (story: GoalStory, { direction }: GoalCard) =>
  story === "behind" && direction === "keep" ? "behind_kept" : story;

function figureHeadline({ answers, period }: HeadlineParts, story: Story, locale: Locale): string {
  const [first] = answers;
  if (first === undefined || story === "noData" || story === "notCurrent") {
    const said = story === "notCurrent" ? "notCurrent" : "noData";
    return say(locale, (t) => t.digests.headline[said], { period });
  }
  if (story === "steady") {
    const targets = answers.flatMap(({ target }) => target?.verdict ?? []);
    const isMet = targets.length > 0 && targets.every((verdict) => verdict === "met");
    return say(locale, (t) => t.digests.headline[isMet ? "steadyAndMet" : "steady"]);
  }
  const row = scorecardRow(first, kpiTitle(first.kpi, locale), locale);
  const said = say(locale, (t) => t.digests.headline[story], {
    kpi: row.title,
    value: row.valueText,
    change: row.changeText,
    target: row.targetText,
  });
  const worse = first.guardrails.filter(({ verdict }) => verdict === "worse");
  // A gain that something else pays for is no good news alone.
  return story !== "better" || worse.length === 0
    ? said
    : say(locale, (t) => t.digestMore.atAPrice, {
        said,
        kpis: listed(
          worse.map(({ kpi }) => kpiTitle(kpi, locale)),
          locale,
        ),
      });
}
