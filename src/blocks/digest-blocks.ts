import type { GoalCard } from "../../goals/goal.ts";
import type { ComposedDigest, ScorecardRow } from "../digests/digest.ts";
import { say } from "../i18n/say.ts";
import { labelled } from "./answer-texts.ts";
import type { DrawnMessage, SentBlock } from "./block.ts";
import {
  actions,
  chart,
  context,
  dataTable,
  header,
  mrkdwn,
  section,
  wordsButtons,
  type Cell,
} from "./factories.ts";
import { goalSection } from "./goal-blocks.ts";
import { limits } from "./limits.ts";
import { joinMarkup, md, toMrkdwn } from "./text.ts";

const headlineText = 600;
const moversText = 1_500;
const remarksText = 1_500;

/**
 * A digest: the sentence that matters most, the scorecard, the goals, the pictures, and what the
 * figures stand on. The footer's block is called as the delivery, so that a message whose answer was
 * lost is recognised when the channel is read back.
 */
export function digestBlocks(digest: ComposedDigest): DrawnMessage {
  const { title, headline, key } = digest;
  const footer = [digest.asOf, ...(digest.next === null ? [] : [digest.next])];
  const goals = digest.goals.flatMap((card) => goalBlocks(card, digest));
  const blocks: readonly SentBlock[] = [
    header(title),
    { type: "section", text: mrkdwn(md`*${headline}*`, headlineText) },
    ...scorecard(digest),
    ...movers(digest),
    ...(goals.length === 0 ? [] : [section(md`*${digest.goalsTitle}*`), ...goals]),
    ...digest.charts.map(({ title: name, picture }) => chart(name, picture)),
    ...remarks(digest),
    { ...context(footer), block_id: key },
    ...actions(wordsButtons(digest.choices)),
  ];
  return { text: toMrkdwn(labelled(title, headline, digest.locale), limits.messageText), blocks };
}

/** What somebody is called for has a button beside it to be left alone for a while. */
function goalBlocks(card: GoalCard, { locale, snoozed }: ComposedDigest): SentBlock[] {
  const calls = needsSomebody(card) && !snoozed.includes(card.id);
  const checkIn = { label: say(locale, (t) => t.goals.checkIn), words: `goal check-in ${card.id}` };
  const snooze = {
    label: say(locale, (t) => t.digestMore.snooze),
    words: `digest snooze ${card.id}`,
  };
  return [
    goalSection(card, locale, {
      withOwner: calls,
      withRemarks: true,
      buttons: isOver(card) ? [] : [checkIn],
    }),
    ...(calls ? actions(wordsButtons([snooze])) : []),
  ];
}

/** Only a goal that wants something done calls its owner: a step, or a word at its checkpoint. */
const needsSomebody = ({ state, dueText }: GoalCard): boolean =>
  dueText !== "" || state === "behind" || state === "missed" || state === "guardrail_broken";

const isOver = ({ state }: GoalCard): boolean => state === "achieved" || state === "missed";

function scorecard({ caption, columns, rows }: ComposedDigest): SentBlock[] {
  if (rows.length === 0) return [];
  const { kpi, value, target, change, status, sample, guardrails } = columns;
  const guarded = rows.filter(({ guardrailsText }) => guardrailsText !== "");
  const lines = guarded.map(({ title, guardrailsText }) => md`*${title}* ${guardrailsText}`);
  return [
    dataTable({
      caption,
      columns: [kpi, value, target, change, status, sample],
      rows: rows.map(cells),
    }),
    // In a column of their own they would make the rows too tall to be compared.
    ...(lines.length === 0 ? [] : [context([joinMarkup([md`${guardrails}`, ...lines], "\n")])]),
  ];
}

function movers({ movers: found }: ComposedDigest): SentBlock[] {
  if (found === null) return [];
  const lines = found.lines.map((line) => md`• ${line}`);
  return [
    {
      type: "section",
      text: mrkdwn(joinMarkup([md`*${found.title}*`, ...lines], "\n"), moversText),
    },
  ];
}

const cells = (row: ScorecardRow): readonly Cell[] => [
  row.title,
  numberCell(row.value, row.valueText),
  numberCell(row.target, row.targetText),
  numberCell(row.change, row.changeText),
  row.statusText,
  numberCell(row.sample, row.sampleText),
];

const numberCell = (value: number | null, text: string): Cell =>
  value === null ? text : { value, text };

function remarks({ remarks: lines, charts }: ComposedDigest): SentBlock[] {
  // Two pictures with the same hole have one thing to say.
  const all = [...lines, ...new Set(charts.flatMap(({ gaps }) => gaps ?? []))];
  return all.length === 0
    ? []
    : [{ type: "section", text: mrkdwn(joinMarkup(all, "\n"), remarksText) }];
}
