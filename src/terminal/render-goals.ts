import type { GoalsReply } from "../../commands/command.ts";
import type { GoalCard } from "../../goals/goal.ts";
import { severityLine } from "../blocks/goal-blocks.ts";
import { sparkline } from "../charts/sparkline.ts";
import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { paragraphs } from "./paragraphs.ts";
import { oneLine } from "./paint.ts";
import type { Reader } from "./render-answer.ts";
import { choiceLines } from "./render-page.ts";

export function renderGoals(reply: GoalsReply, reader: Reader): readonly string[] {
  const { locale, paint } = reader;
  const cards =
    reply.cards.length === 0
      ? [[say(locale, (t) => t.terminal.noGoals)]]
      : reply.cards.map((card) => goalLines(card, reader));
  const { left = 0 } = reply;
  const more = left === 0 ? [] : [say(locale, (t) => t.goals.card.more, { count: left })];
  const parts = [[paint.strong(oneLine(reply.title))], ...cards, more, choiceLines(reply.choices)];
  return paragraphs(parts);
}

/** A goal as a digest or a list shows it. */
export function goalLines(card: GoalCard, { locale, paint }: Reader): readonly string[] {
  const state = tint(card, paint)(card.stateText);
  const spark = sparkline(card.series);
  const now = say(locale, (t) => t.terminal.goalNow, {
    value: card.valueText,
    target: card.targetText,
  });
  return [
    `${oneLine(card.id)}  ${paint.strong(oneLine(card.title))}  ${state}`,
    oneLine(card.sentence),
    oneLine(now) + (spark === "" ? "" : `  ${spark}`),
    ...[card.progressText, card.oddsText, card.neededText, card.dueText]
      .filter((text) => text !== "")
      .map(oneLine),
    [
      say(locale, (t) => t.terminal.deadline, { deadline: card.deadlineText }),
      say(locale, (t) => t.terminal.owner, { owner: oneLine(card.owner) }),
      ...alsoAsked(card, locale),
      ...severityLine(card, locale),
    ].join(" · "),
    ...(card.why === "" ? [] : [oneLine(card.why)]),
    ...card.remarks.map(oneLine),
    paint.faint(oneLine(card.asOfText)),
  ];
}

const alsoAsked = ({ checkpointOwners }: GoalCard, locale: Locale): readonly string[] =>
  checkpointOwners.length === 0
    ? []
    : [
        say(locale, (t) => t.goalCoach.alsoAskedLine, {
          people: oneLine(listed(checkpointOwners, locale)),
        }),
      ];

function tint({ state }: GoalCard, paint: Reader["paint"]): (text: string) => string {
  switch (state) {
    case "achieved":
    case "on_track":
      return paint.good;
    case "missed":
    case "behind":
    case "guardrail_broken":
      return paint.bad;
    case "active":
    case "at_risk":
    case "draft":
    case "paused":
    case "archived":
      return paint.faint;
  }
}
