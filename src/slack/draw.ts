import type { AnswerReply, Asker, Form, SeenReply } from "../../commands/command.ts";
import { goalWords } from "../../commands/goal-words.ts";
import { questionToWords } from "../../commands/words/question-to-words.ts";
import { answerBlocks } from "../blocks/answer-blocks.ts";
import { answerCard } from "../blocks/answer-card.ts";
import { capital } from "../blocks/answer-texts.ts";
import type { DrawnMessage, SentBlock, WordsButton } from "../blocks/block.ts";
import { digestBlocks } from "../blocks/digest-blocks.ts";
import { goalBlocks } from "../blocks/goal-blocks.ts";
import { noteLines } from "../blocks/note-texts.ts";
import { pageBlocks } from "../blocks/page-blocks.ts";
import { sheetBlocks } from "../blocks/sheet-blocks.ts";
import { say } from "../i18n/say.ts";
import { kinds } from "../kinds/index.ts";
import type { Kind } from "../kinds/kind.ts";
import { kpiById, type KpiId } from "../kpis/index.ts";
import { may } from "../people/may.ts";

/** How a reply is shown. */
export interface Showing {
  /** In whose language and zone it is written. */
  readonly asker: Asker;
  /** Only the asker sees it, in a channel they could share it to. */
  readonly canShare: boolean;
  /** Who showed it to the channel; null unless it was shared. */
  readonly sharedBy: string | null;
}

/** A reply that is a message; forms become modals. */
export type ShownReply = Exclude<SeenReply, Form>;

export function drawReply(reply: ShownReply, showing: Showing): DrawnMessage {
  const { locale } = showing.asker;
  switch (reply.kind) {
    case "page":
      return pageBlocks(reply, locale);
    case "answer":
      return drawAnswer(reply, showing);
    case "sheet":
      return sheetBlocks(reply.sheet, {
        locale,
        buttons: reply.choices,
        whole: `kpi ${reply.verb} ${questionToWords(reply.question)}`,
      });
    case "digest":
      return digestBlocks(reply.digest);
    case "goals":
      return goalBlocks(reply, locale);
  }
}

/** The same, small enough to stand among others on App Home. */
export function drawPart(reply: ShownReply, asker: Asker): readonly SentBlock[] {
  return reply.kind === "answer"
    ? [answerCard(reply.answer, asker.locale, answerButtons(reply, asker).slice(0, 3))]
    : drawReply(reply, { asker, canShare: false, sharedBy: null }).blocks;
}

function drawAnswer(reply: AnswerReply, { asker, canShare, sharedBy }: Showing): DrawnMessage {
  const { locale } = asker;
  return answerBlocks(reply.answer, {
    locale,
    every: reply.question.every,
    zone: asker.zone,
    buttons: answerButtons(reply, asker),
    notes: noteLines(reply.notes ?? [], locale),
    share: canShare ? kpiWords(questionToWords(reply.question)) : null,
    sharedBy,
  });
}

/** What to ask next: the same by the segments it usually has, why it moved, how it was made, a goal for it. */
function answerButtons(
  { answer, question }: AnswerReply,
  { locale, role }: Asker,
): readonly WordsButton[] {
  const splits = splitsOf(answer.kpi).filter(
    (segment) => question.by.length !== 1 || question.by[0] !== segment,
  );
  const aim = goalWords(question);
  const isDayOff = answer.warnings.some(({ code }) => code === "day_off");
  const lastWorkday = { ...question, period: { kind: "day", which: "last-workday" } } as const;
  return [
    ...(isDayOff
      ? [
          {
            label: capital(
              say(locale, (t) => t.periods.lastWorkday),
              locale,
            ),
            words: kpiWords(questionToWords(lastWorkday)),
          },
        ]
      : []),
    ...(answer.value === null ? [] : splits).map((segment) => ({
      label: say(locale, (t) => t.answers.splitBy[segment]),
      words: kpiWords(questionToWords({ ...question, by: [segment] })),
    })),
    ...(answer.comparison === null || answer.comparison.change === null
      ? []
      : [
          {
            label: say(locale, (t) => t.explain.why.button),
            words: kpiWords(
              `why ${questionToWords({ ...question, by: [], every: null, trend: false })}`,
            ),
          },
        ]),
    {
      label: say(locale, (t) => t.explain.receipt.button),
      words: kpiWords(`receipt ${questionToWords({ ...question, every: null, trend: false })}`),
    },
    ...(answer.segments.length === 0
      ? []
      : [
          {
            label: say(locale, (t) => t.people.export.button),
            words: kpiWords(`export ${questionToWords(question)}`),
          },
        ]),
    // Where there is no figure yet, one may still be aimed at.
    ...(aim === null || !may(role, "set_goal")
      ? []
      : [{ label: say(locale, (t) => t.answers.setGoal), words: aim }]),
  ];
}

/** The segments that the records behind a KPI usually carry. */
function splitsOf(id: KpiId): readonly (typeof offered)[number][] {
  const made = kpiById(id).kinds;
  const carried = kinds.filter((kind) => made.some((each) => each === kind.id));
  return offered.filter((segment) => carried.some(({ splits }: Kind) => splits.includes(segment)));
}

const offered = ["channel", "team", "customer_segment", "topic"] as const;

const kpiWords = (words: string): string => `kpi ${words}`;
