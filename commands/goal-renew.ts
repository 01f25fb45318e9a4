import type { Goal } from "../goals/goal.ts";
import { wentOnAs } from "../goals/renew.ts";
import { renewalText } from "../src/digests/renewal-text.ts";
import { goalSentence } from "../src/digests/goal-sentence.ts";
import { say } from "../src/i18n/say.ts";
import { parseNumber } from "../src/quantities/parse-number.ts";
import type { Asker, Page } from "./command.ts";
import type { Desk } from "./desk.ts";
import { archivedPage, goalButtons, mayChange } from "./goal-people.ts";
import { page, refusal } from "./page.ts";

const words = {
  month: ["month", "monthly", "매월", "월", "месяц", "ежемесячно", "每月", "月"],
  quarter: ["quarter", "quarterly", "분기", "квартал", "ежеквартально", "每季", "季"],
  no: ["no", "none", "stop", "안함", "нет", "不要", "停止"],
} as const;

type Every = keyof typeof words;
const everies = ["month", "quarter", "no"] as const satisfies readonly Every[];

/** At most so much further each time: three quarters in a year would discourage. */
const mostPercent = 50;

/** Whether a goal begins anew after its deadline: `month`, `quarter 5%`, `no`; without words it asks. */
export async function renewGoal(goal: Goal, text: string, asker: Asker, desk: Desk): Promise<Page> {
  const { locale } = asker;
  if (!mayChange(asker, goal)) return refusal([say(locale, (t) => t.goals.notYours)]);
  if (goal.archived) return archivedPage(goal, asker);
  const next = wentOnAs(goal);
  if (next !== null) {
    return refusal([say(locale, (t) => t.goalLife.renewal.already, { id: goal.id, next })], {
      choices: [{ label: say(locale, (t) => t.goals.show), words: `goal show ${next}` }],
    });
  }
  if (text === "") return choicePage(goal, asker);
  const asked = readRenewal(text, asker);
  if (asked === null) {
    return refusal([say(locale, (t) => t.goalLife.renewal.unclear, { words: text })], {
      choices: choicesOf(goal, asker),
    });
  }
  const by = { who: asker.id, via: "/goal" };
  const after = await desk.goals.setRenewal(goal.id, asked === "no" ? null : asked, by);
  if (after === null) {
    return refusal([say(locale, (t) => t.goals.errors.gone, { id: goal.id })]);
  }
  return page([goalSentence(after, locale), renewalText(after.renews, locale)], {
    title: say(locale, (t) => t.goals.edited, { id: goal.id }),
    choices: goalButtons(after, asker),
  });
}

const choicePage = (goal: Goal, asker: Asker): Page =>
  page(
    [
      goalSentence(goal, asker.locale),
      renewalText(goal.renews, asker.locale),
      say(asker.locale, (t) => t.goalLife.renewal.how, { id: goal.id }),
    ],
    {
      title: say(asker.locale, (t) => t.goalLife.renewal.button),
      choices: choicesOf(goal, asker),
    },
  );

const choicesOf = ({ id }: Goal, { locale }: Asker) =>
  everies.map((every) => ({
    label: say(locale, (t) => t.goalLife.renewal.choices[every]),
    words: `goal renew ${id} ${every}`,
  }));

function readRenewal(text: string, { locale }: Asker): NonNullable<Goal["renews"]> | "no" | null {
  const [word = "", step = "", ...more] = text.normalize("NFKC").toLowerCase().split(/\s+/u);
  const every = everies.find((each) => words[each].some((name) => name === word));
  if (every === undefined || more.length > 0) return null;
  if (every === "no") return step === "" ? "no" : null;
  if (step === "") return { every, stepPercent: 0 };
  const percent = parseNumber(step.replace(/%$/u, ""), locale);
  const isFit = typeof percent === "number" && percent >= 0 && percent <= mostPercent;
  return isFit ? { every, stepPercent: percent } : null;
}
