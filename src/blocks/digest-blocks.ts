import type { GoalCard } from "../../goals/goal.ts";
import type { ComposedDigest, ScorecardRow } from "../digests/digest.ts";
import { say } from "../i18n/say.ts";
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
const remarksText = 1_500;

/**
 * A digest: the sentence that matters most, the scorecard, the goals, the pictures, and what the
 * figures stand on. The footer's block is called as the delivery, so that a message whose answer was
 * lost is recognised when the channel is read back.
 */
export function digestBlocks(digest: ComposedDigest): DrawnMessage {
  const { title, headline, locale, key } = digest;
  const footer = [digest.asOf, ...(digest.next === null ? [] : [digest.next])];
  const goals = digest.goals.map((card) =>
    goalSection(card, locale, {
      withOwner: needsSomebody(card),
      withRemarks: true,
      buttons: isOver(card)
        ? []
        : [{ label: say(locale, (t) => t.goals.checkIn), words: `goal check-in ${card.id}` }],
    }),
  );
  const blocks: readonly SentBlock[] = [
    header(title),
    { type: "section", text: mrkdwn(md`*${headline}*`, headlineText) },
    ...scorecard(digest),
    ...(goals.length === 0 ? [] : [section(md`*${digest.goalsTitle}*`), ...goals]),
    ...digest.charts.map(({ title: name, picture }) => chart(name, picture)),
    ...remarks(digest),
    { ...context(footer), block_id: key },
    ...actions(wordsButtons(digest.choices)),
  ];
  return { text: toMrkdwn(`${title}: ${headline}`, limits.messageText), blocks };
}

/** Only a goal that wants something done calls its owner: a step, or a word at its checkpoint. */
const needsSomebody = ({ state, dueText }: GoalCard): boolean =>
  dueText !== "" || state === "behind" || state === "missed" || state === "guardrail_broken";

const isOver = ({ state }: GoalCard): boolean => state === "achieved" || state === "missed";

function scorecard({ caption, columns, rows }: ComposedDigest): SentBlock[] {
  if (rows.length === 0) return [];
  const { kpi, value, target, change, status, sample } = columns;
  return [
    dataTable({
      caption,
      columns: [kpi, value, target, change, status, sample],
      rows: rows.map(cells),
    }),
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
  const all = [...lines, ...charts.flatMap(({ gaps }) => gaps ?? [])];
  return all.length === 0
    ? []
    : [{ type: "section", text: mrkdwn(joinMarkup(all, "\n"), remarksText) }];
}
