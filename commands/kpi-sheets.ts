import { noteLines } from "../src/blocks/note-texts.ts";
import { receiptSheet } from "../src/blocks/receipt-sheet.ts";
import { topSheet } from "../src/blocks/top-sheet.ts";
import { whySheet } from "../src/blocks/why-sheet.ts";
import type { Note } from "../src/documents/shape.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import { kpiById } from "../src/kpis/index.ts";
import { localDay } from "../src/periods/local-day.ts";
import type { PeriodFault, Window } from "../src/periods/period.ts";
import type { MustChoose } from "../src/reports/reports.ts";
import type { Question } from "../src/reports/question.ts";
import type { Asker, Choice, SheetReply } from "./command.ts";
import type { Desk } from "./desk.ts";
import type { SheetVerb } from "./words/asked.ts";
import { questionToWords } from "./words/question-to-words.ts";

type Unanswered = MustChoose | PeriodFault;

/** How a figure was made, why it moved, or what lies behind it. */
export function sheetFor(
  verb: SheetVerb,
  question: Question,
  asker: Asker,
  desk: Desk,
): Promise<SheetReply | Unanswered> {
  switch (verb) {
    case "receipt":
      return receiptReply(question, asker, desk);
    case "why":
      return whyReply(question, asker, desk);
    case "top":
      return topReply(question, asker, desk);
  }
}

async function receiptReply(
  question: Question,
  { locale, zone }: Asker,
  { reports }: Desk,
): Promise<SheetReply | Unanswered> {
  const receipt = await reports.receipt(question, locale);
  if ("fault" in receipt || "mustChoose" in receipt) return receipt;
  return {
    ...shared("receipt", question, locale),
    sheet: receiptSheet(receipt, { locale, zone }),
    data: receipt,
    isPrivate: true,
  };
}

async function whyReply(
  question: Question,
  { locale }: Asker,
  desk: Desk,
): Promise<SheetReply | Unanswered> {
  const why = await desk.reports.why(question, locale);
  if ("fault" in why || "mustChoose" in why) return why;
  const { period, comparison } = why;
  const notes = await notesIn(comparison?.period ?? period, period, desk);
  return {
    ...shared("why", question, locale),
    sheet: whySheet(why, noteLines(notes, locale), locale),
    data: why,
    isPrivate: false,
  };
}

/** What was noted for days from the beginning of one period to the end of another. */
export function notesIn(
  { from }: Window,
  { to }: Window,
  { notes, periods }: Desk,
): Promise<readonly Note[]> {
  const last = localDay(new Date(to.getTime() - 1), periods.zone);
  return notes.between(localDay(from, periods.zone), last);
}

async function topReply(
  question: Question,
  { locale }: Asker,
  { reports }: Desk,
): Promise<SheetReply | Unanswered> {
  const top = await reports.top(question, locale);
  if ("fault" in top || "mustChoose" in top) return top;
  return {
    ...shared("top", question, locale),
    sheet: topSheet(top, locale),
    data: top,
    isPrivate: true,
  };
}

const shared = (verb: SheetVerb, question: Question, locale: Locale) => ({
  kind: "sheet" as const,
  verb,
  question,
  choices: choicesBeside(verb, question, locale),
});

/** The other two pages of the same figure, the figure itself, and its definition. */
function choicesBeside(verb: SheetVerb, question: Question, locale: Locale): readonly Choice[] {
  const words = questionToWords(question);
  // Why looks for no causes in single agents: beside a page by agent it is asked about the whole, and
  // of a figure that is always by agent not at all.
  const isAlwaysByAgent = kpiById(question.kpi).by === "agent";
  const whole = { ...question, by: question.by.filter((each) => each !== "agent") };
  const others = (["why", "top", "receipt"] as const).filter(
    (each) => each !== verb && !(each === "why" && isAlwaysByAgent),
  );
  return [
    ...others.map((each) => ({
      label: say(locale, (t) => t.explain[each].button),
      words: `kpi ${each} ${each === "why" ? questionToWords(whole) : words}`,
    })),
    { label: say(locale, (t) => t.explain.figure), words: `kpi ${words}` },
    { label: say(locale, (t) => t.answers.define), words: `kpi define ${question.kpi}` },
  ];
}
