import { goalCard } from "../src/digests/goal-cards.ts";
import { lastWeek, measure, settleKind } from "../src/digests/measure.ts";
import { say } from "../src/i18n/say.ts";
import type { KpiId } from "../src/kpis/index.ts";
import { may } from "../src/people/may.ts";
import type { AnswerReply, Asker, GoalsReply, Page, Reply } from "./command.ts";
import type { Desk } from "./desk.ts";
import { deskFor } from "./desk-for.ts";
import { languageName } from "./digest-form.ts";
import { scheduleText } from "./digest-submit.ts";
import { listButtons } from "./goal-people.ts";
import { languageChoices } from "./language.ts";
import { page } from "./page.ts";

/** Asked in this order until enough of them have data. */
const glance: readonly KpiId[] = ["fcr", "csat", "first_response_time", "service_level", "asa"];
const mostAnswers = 3;
const mostGoals = 10;

/** What a person's home shows, top to bottom. */
export async function home(asker: Asker, whole: Desk): Promise<readonly Reply[]> {
  const desk = deskFor(asker, whole);
  return [
    welcome(asker),
    ...(await myGoals(asker, desk)),
    ...(await scorecard(asker, desk)),
    ...(await digestPage(asker, desk)),
    languagePage(asker),
  ];
}

const languagePage = ({ locale }: Asker): Page =>
  page([], {
    hint: say(locale, (t) => t.goals.home.language, { language: languageName(locale) }),
    choices: languageChoices(locale),
  });

const welcome = ({ locale, role }: Asker): Page =>
  page([say(locale, (t) => t.goals.home.hello)], {
    title: say(locale, (t) => t.goals.home.title),
    choices: [
      { label: say(locale, (t) => t.goals.home.askKpi), words: "kpi" },
      ...(may(role, "set_goal") ? [{ label: say(locale, (t) => t.goals.set), words: "goal" }] : []),
      ...(may(role, "set_digest")
        ? [{ label: say(locale, (t) => t.digests.setUp), words: "digest" }]
        : []),
      { label: say(locale, (t) => t.goals.list), words: "goal list" },
    ],
  });

async function myGoals(asker: Asker, desk: Desk): Promise<readonly GoalsReply[]> {
  const { id, locale } = asker;
  const mine = (await desk.goals.list()).filter(({ owner }) => owner === id).slice(0, mostGoals);
  if (mine.length === 0) return [];
  const cards = await Promise.all(mine.map((each) => goalCard(each, desk, asker)));
  const buttons = Object.fromEntries(mine.map((each) => [each.id, listButtons(each, asker)]));
  return [{ kind: "goals", title: say(locale, (t) => t.goals.mine), cards, choices: [], buttons }];
}

async function scorecard({ locale }: Asker, { reports }: Desk): Promise<readonly AnswerReply[]> {
  const replies: AnswerReply[] = [];
  for (const kpi of glance) {
    if (replies.length === mostAnswers) break;
    const { options } = await settleKind(reports, { kpi, where: {}, options: {} });
    const answer = await measure(reports, { kpi, where: {}, options }, lastWeek, locale);
    if (answer === null || answer.value === null) continue;
    const question = {
      kpi,
      period: lastWeek,
      by: [],
      every: null,
      where: {},
      versus: null,
      trend: false,
      options,
    };
    replies.push({ kind: "answer", answer, question });
  }
  return replies;
}

async function digestPage({ locale }: Asker, { digests }: Desk): Promise<readonly Page[]> {
  const all = await digests.list();
  if (all.length === 0) return [];
  return [
    page([], {
      title: say(locale, (t) => t.goals.home.digestsTitle),
      table: {
        columns: [
          say(locale, (t) => t.digests.listColumns.id),
          say(locale, (t) => t.digests.listColumns.channel),
          say(locale, (t) => t.digests.listColumns.when),
        ],
        rows: all.map((each) => [each.id, { channel: each.channel }, scheduleText(each, locale)]),
      },
    }),
  ];
}
