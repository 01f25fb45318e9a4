import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import { kinds } from "../src/kinds/index.ts";
import { kpiById } from "../src/kpis/index.ts";
import { may } from "../src/people/may.ts";
import type { PeriodFault, PeriodSpec } from "../src/periods/period.ts";
import { mostPieces, piecesOf, pieceUnits } from "../src/periods/pieces-of.ts";
import { resolvePeriod } from "../src/periods/resolve-period.ts";
import { isMonthLong } from "../src/reports/about-agents.ts";
import type { MustChoose } from "../src/reports/reports.ts";
import type { Question } from "../src/reports/question.ts";
import { questionFor } from "./agent-question.ts";
import { defineCommand, type Asker, type Choice, type Page, type Reply } from "./command.ts";
import type { Desk } from "./desk.ts";
import { exportReply } from "./kpi-export.ts";
import { notesIn, sheetFor } from "./kpi-sheets.ts";
import { noteReply } from "./note.ts";
import { refusal } from "./page.ts";
import { parseKpiWords } from "./words.ts";
import type { SheetVerb } from "./words/asked.ts";
import { definePage, guidePage, listPage } from "./words/kpi-pages.ts";
import { periodToWords } from "./words/period-to-words.ts";
import { problemPage } from "./words/problem-page.ts";
import { questionToWords } from "./words/question-to-words.ts";

/** One KPI, asked in words. */
export const kpi = defineCommand({
  name: "kpi",
  summary: {
    en: "Ask for a KPI",
    ko: "KPI 물어보기",
    ru: "Спросить показатель",
    "zh-TW": "查詢指標",
  },
  usage: {
    en: "fcr last-week by channel · why fcr · receipt fcr · top fcr · list · define fcr · export last-month by team",
    ko: "최초 통화 해결률 지난주 채널별 · 왜 fcr · 근거 fcr · 상위 fcr · 목록 · 정의 fcr · 내보내기 지난달 팀별",
    ru: "fcr за прошлую неделю по каналам · почему fcr · чек fcr · топ fcr · список · определение fcr · экспорт прошлый месяц по командам",
    "zh-TW":
      "首次回應時間 上週 依管道 · 為什麼 fcr · 依據 fcr · 明細 fcr · 清單 · 定義 fcr · 匯出 上個月 依團隊",
  },
  run: async (words, asker, desk) => {
    const { role, locale } = asker;
    if (!may(role, "ask")) return refusal([say(locale, (t) => t.words.stranger)]);
    const asked = parseKpiWords(words);
    switch (asked.kind) {
      case "guide":
        return guidePage(locale);
      case "note":
        return noteReply(asked.rest, asker, desk);
      case "export":
        return exportReply(asked.rest, kpi.run, asker, desk);
      case "list":
        return listPage(locale);
      case "define":
        return definePage(asked.kpi, desk.reports, locale);
      case "problem":
        return problemPage(asked.problem, locale);
      case "question":
        return answered(asked.question, asker, desk);
      case "receipt":
      case "why":
      case "top":
        return explained(asked.kind, asked.question, asker, desk);
    }
  },
});

async function answered(said: Question, asker: Asker, desk: Desk): Promise<Reply> {
  const { locale } = asker;
  const allowed = questionFor(said, asker, desk.agents);
  if (!("ask" in allowed)) return allowed;
  const question = allowed.ask;
  const answer = await desk.reports.answer(question, locale);
  if ("fault" in answer) return faultPage(answer, question, locale, desk);
  if ("mustChoose" in answer) return choosePage(question, answer, locale);
  const { period, unused } = answer;
  if (unused !== undefined) {
    const said = answer.warnings.filter(({ code }) => code === "option_unused");
    return refusal(
      said.map(({ text }) => text),
      { choices: without(question, ...unused) },
    );
  }
  return { kind: "answer", answer, question, notes: await notesIn(period, period, desk) };
}

async function explained(
  verb: SheetVerb,
  said: Question,
  asker: Asker,
  desk: Desk,
): Promise<Reply> {
  const allowed = questionFor(said, asker, desk.agents);
  if (!("ask" in allowed)) return allowed;
  const question = allowed.ask;
  const reply = await sheetFor(verb, question, asker, desk);
  if ("fault" in reply) return faultPage(reply, question, asker.locale, desk);
  return "mustChoose" in reply ? choosePage(question, reply, asker.locale, `${verb} `) : reply;
}

/** Says which of the two periods cannot be measured, and why. */
function faultPage({ fault }: PeriodFault, question: Question, locale: Locale, desk: Desk): Page {
  const { period, versus } = question;
  const { clock, periods } = desk;
  const isPeriod = "fault" in resolvePeriod(period, clock.now(), periods);
  const faulty = isPeriod || versus === null || typeof versus === "string" ? period : versus;
  const values = { period: periodToWords(faulty), most: mostPieces };
  if (fault === "too_many_pieces") {
    return refusal([say(locale, (t) => t.words.fault[fault], values)], {
      choices: longerPieces(question, desk),
    });
  }
  if (fault === "too_short_for_agents" || fault === "why_of_agents") {
    return refusal([say(locale, (t) => t.words.fault[fault])], {
      choices: wholeMonth(question, desk),
    });
  }
  if (fault === "anonymous") {
    const { agent: _, ...where } = question.where;
    const words = questionToWords({ ...question, where, by: ["team"] });
    return refusal([say(locale, (t) => t.words.fault[fault])], {
      choices: [{ label: words, words: `kpi ${words}` }],
    });
  }
  if (fault === "no_heat") {
    const words = questionToWords({ ...question, kpi: "ticket_volume", options: {} });
    return refusal([say(locale, (t) => t.words.fault[fault])], {
      choices: [{ label: words, words: `kpi ${words}` }],
    });
  }
  if (fault === "cannot_adjust") {
    return refusal([say(locale, (t) => t.words.fault[fault])], {
      choices: without(question, "adjust"),
    });
  }
  if (fault === "same_period") {
    const own = { period: periodToWords(period) };
    return refusal([say(locale, (t) => t.words.fault[fault], own)], {
      choices: otherwiseCompared(question),
    });
  }
  if (fault === "no_allocation_key") {
    const { shared: _, ...options } = question.options;
    const other = { ...question, options: { ...options, shared: "contacts" } };
    return refusal([say(locale, (t) => t.words.fault[fault])], {
      choices: [questionToWords(other), questionToWords({ ...question, options })].map((words) => ({
        label: words,
        words: `kpi ${words}`,
      })),
    });
  }
  if (fault === "short_above_within") {
    return refusal([say(locale, (t) => t.words.fault[fault])], {
      choices: without(question, "short_abandons"),
    });
  }
  return refusal([say(locale, (t) => t.words.fault[fault], values)], {
    hint: say(locale, (t) => t.words.faultHint),
  });
}

/** The same period in pieces long enough to be few. */
function longerPieces(question: Question, { clock, periods }: Desk): readonly Choice[] {
  const laid = resolvePeriod(question.period, clock.now(), periods);
  if ("fault" in laid) return [];
  return pieceUnits
    .filter((unit) => !("fault" in piecesOf(laid, unit, periods)))
    .map((unit) => questionToWords({ ...question, every: unit }))
    .map((words) => ({ label: words, words: `kpi ${words}` }));
}

/** The same over a period long enough, with nothing in it that is shorter. */
function wholeMonth(question: Question, { clock, periods }: Desk): readonly Choice[] {
  const laid = resolvePeriod(question.period, clock.now(), periods);
  const isLong = !("fault" in laid) && isMonthLong(laid, periods.zone);
  const lastMonth: PeriodSpec = { kind: "last", unit: "month" };
  const words = questionToWords({
    ...question,
    period: isLong ? question.period : lastMonth,
    every: null,
    versus: question.versus === "target" ? "target" : null,
  });
  return [{ label: words, words: `kpi ${words}` }];
}

/** The same without some options. */
function without(question: Question, ...unwanted: readonly string[]): readonly Choice[] {
  const options = Object.entries(question.options).filter(([name]) => !unwanted.includes(name));
  const words = questionToWords({ ...question, options: Object.fromEntries(options) });
  return [{ label: words, words: `kpi ${words}` }];
}

/** Against the period before, and against the year before. */
const otherwiseCompared = (question: Question): readonly Choice[] =>
  ([null, "year-before"] as const)
    .map((versus) => questionToWords({ ...question, versus }))
    .map((words) => ({ label: words, words: `kpi ${words}` }));

/** `verb` leads the words: "why fcr" asked about calls is still why. */
function choosePage(question: Question, { values }: MustChoose, locale: Locale, verb = ""): Page {
  const { title } = kpiById(question.kpi);
  return refusal([say(locale, (t) => t.words.chooseKind, { kpi: title[locale] })], {
    choices: values.map((value) => ({
      label: kinds.find(({ id }) => id === value)?.title[locale] ?? value,
      words: `kpi ${verb}${questionToWords({ ...question, options: { ...question.options, kind: value } })}`,
    })),
  });
}
