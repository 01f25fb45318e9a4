import type { SectionBlock } from "@slack/types";
import type { GoalCard } from "../../goals/goal.ts";
import { sparkline } from "../charts/sparkline.ts";
import { aside } from "../i18n/aside.ts";
import { betweenTwo } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { sentences } from "../i18n/sentences.ts";
import { clauses, labelled } from "./answer-texts.ts";
import type { DrawnMessage, SentBlock, WordsButton } from "./block.ts";
import { goalNowText } from "./goal-now-text.ts";
import { actions, context, header, mrkdwn, section, wordsButtons } from "./factories.ts";
import { limits } from "./limits.ts";
import { mentionPerson } from "./mention.ts";
import { joinMarkup, md, toMrkdwn, type Markup } from "./text.ts";

export interface GoalTexts {
  readonly title: string;
  readonly cards: readonly GoalCard[];
  /** How many more come after these. */
  readonly left?: number;
  readonly choices: readonly WordsButton[];
  /** What can be done with each, by its id. */
  readonly buttons: Readonly<Record<string, readonly WordsButton[]>>;
}

/** So many and so long that a message of them stays within what Slack takes. */
export const mostCards = 15;
const cardText = 600;
/** A context line holds ten texts. */
const mostRemarks = 6;

/** Goals one under the other, the state of each in words. */
export function goalBlocks(
  { title, cards, left: after = 0, choices, buttons }: GoalTexts,
  locale: Locale,
): DrawnMessage {
  const shown = cards.slice(0, mostCards);
  const left = after + cards.length - shown.length;
  const more =
    left === 0 ? [] : [context([say(locale, (t) => t.goals.card.more, { count: left })])];
  const empty = cards.length === 0 ? [section(say(locale, (t) => t.goals.listEmpty))] : [];
  const blocks: readonly SentBlock[] = [
    header(title),
    ...empty,
    ...shown.flatMap((card) => [
      goalSection(card, locale, { withOwner: true, withRemarks: cards.length > 1, buttons: [] }),
      context(cards.length === 1 ? details(card, locale) : [card.asOfText]),
      ...actions(wordsButtons(buttons[card.id] ?? [])),
    ]),
    ...more,
    ...actions(wordsButtons(choices)),
  ];
  const lines = cards.map((card) =>
    labelled(card.title, clauses([card.valueText, card.stateText], locale), locale),
  );
  return { text: toMrkdwn([title, ...lines].join("\n"), limits.messageText), blocks };
}

/** Of a goal shown alone: the whole of it, why it matters, and what its figure stands on. */
const details = ({ sentence, why, remarks, asOfText }: GoalCard, locale: Locale) => [
  sentence,
  say(locale, (t) => t.goals.card.why, { why }),
  ...remarks.slice(0, mostRemarks),
  asOfText,
];

export interface GoalShowing {
  readonly withOwner: boolean;
  readonly withRemarks: boolean;
  /** The first stands beside the text. */
  readonly buttons: readonly WordsButton[];
}

/** One goal. The owner is named where asked for: a mention calls somebody. */
export function goalSection(
  card: GoalCard,
  locale: Locale,
  { withOwner, withRemarks, buttons }: GoalShowing,
): SectionBlock {
  const bars = sparkline(card.series);
  const stands =
    card.progressText === ""
      ? card.stateText
      : say(locale, (t) => t.goals.card.state, {
          state: card.stateText,
          progress: card.progressText,
        });
  const now = goalNowText(card, locale);
  const lines: readonly Markup[] = [
    md`*${card.title}*${aside("", card.id, locale)}`,
    md`${stands}${bars === "" ? "" : `  ${bars}`}`,
    md`${now}`,
    ...outlookOf(card, locale).map((text) => md`${text}`),
    ...(card.dueText === "" ? [] : [md`${card.dueText}`]),
    ...severityLine(card, locale).map((text) => md`${text}`),
    ...(withOwner ? peopleLines(card, locale) : []),
    ...(withRemarks ? card.remarks.map((remark) => md`${remark}`) : []),
  ];
  const [accessory] = wordsButtons(buttons);
  return {
    type: "section",
    text: mrkdwn(joinMarkup(lines, "\n"), cardText),
    ...(accessory !== undefined && { accessory }),
  };
}

const outlookOf = ({ oddsText, neededText }: GoalCard, locale: Locale): readonly string[] =>
  oddsText + neededText === "" ? [] : [sentences([oddsText, neededText], locale)];

/** Said only where it is out of the ordinary. */
export const severityLine = ({ severity }: GoalCard, locale: Locale): readonly string[] =>
  severity === "normal"
    ? []
    : [
        say(locale, (t) => t.goalCoach.severityLine, {
          severity: say(locale, (t) => t.goalCoach.severities[severity]),
        }),
      ];

const peopleLines = ({ owner, checkpointOwners }: GoalCard, locale: Locale): readonly Markup[] => [
  mentioning(
    say(locale, (t) => t.goals.card.owner),
    "{owner}",
    [owner],
    locale,
  ),
  ...(checkpointOwners.length === 0
    ? []
    : [
        mentioning(
          say(locale, (t) => t.goalCoach.alsoAskedLine),
          "{people}",
          checkpointOwners,
          locale,
        ),
      ]),
];

function mentioning(text: string, hole: string, people: readonly string[], locale: Locale): Markup {
  const [before = "", after = ""] = text.split(hole);
  return md`${before}${joinMarkup(people.map(mentionPerson), betweenTwo(locale))}${after}`;
}
