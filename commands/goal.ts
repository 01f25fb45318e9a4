import { kpiTitle } from "../src/blocks/answer-texts.ts";
import { goalCard } from "../src/digests/goal-cards.ts";
import { whereWords } from "../src/digests/where-words.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import type { KpiId } from "../src/kpis/index.ts";
import { may } from "../src/people/may.ts";
import { defineCommand, type Asker, type GoalsReply, type Page, type Reply } from "./command.ts";
import type { Desk } from "./desk.ts";
import { goalForm, goalFormFor } from "./goal-form.ts";
import { submitGoal } from "./goal-submit.ts";
import { templateNamed, templatesPage } from "./goal-templates.ts";
import { namedValues } from "./named-values.ts";
import { severalKpis } from "./named-kpis.ts";
import { kpiNamed } from "./only-for.ts";
import { refusal } from "./page.ts";

/** Goals: set one, see them all, see one. */
export const goal = defineCommand({
  name: "goal",
  summary: {
    en: "Set a goal, or see how the goals stand",
    ko: "목표를 설정하거나 진행 상황 보기",
    ru: "Поставить цель или посмотреть, как идут дела",
    "zh-TW": "設定目標，或查看目標進度",
  },
  usage: {
    en: "fcr · from first-response · list · show g1",
    ko: "최초 통화 해결률 · from first-response · list · show g1",
    ru: "fcr · from first-response · list · show g1",
    "zh-TW": "首次回應時間 · from first-response · list · show g1",
  },
  run: async (words, asker, desk) => {
    const { locale, role } = asker;
    if (!may(role, "ask")) return refusal([say(locale, (t) => t.words.stranger)]);
    const [verb = "", id = ""] = words.trim().split(/\s+/u);
    if (verb.toLowerCase() === "list") return goalList(asker, desk);
    if (verb.toLowerCase() === "show") return showGoal(id, asker, desk);
    if (fromWords.has(verb.toLowerCase())) {
      return startFrom(words.trim().slice(verb.length), asker, desk);
    }
    const { plain } = namedValues(words);
    const isKnown = plain.length === 0 || kpiNamed(plain.join(" ")) !== null;
    // Said before anybody fills in a form for nothing; sending one is refused all the same.
    if (isKnown && !may(role, "set_goal")) {
      return refusal([say(locale, (t) => t.goals.notAllowed)]);
    }
    if (isKnown) return goalFormFor(words, asker, desk);
    const two = severalKpis(plain.join(" "));
    return two.length > 1
      ? twoGoals(two, locale)
      : refusal([say(locale, (t) => t.goals.unknownWords, { words })], {
          hint: say(locale, (t) => t.goals.usage),
        });
  },
  refresh: goalForm,
  submit: submitGoal,
});

/** S2: one goal measures one area. */
const twoGoals = (kpis: readonly KpiId[], locale: Locale): Page =>
  refusal(
    [
      say(locale, (t) => t.goals.errors.two, {
        kpis: kpis.map((id) => kpiTitle(id, locale)).join(", "),
      }),
    ],
    { choices: kpis.map((id) => ({ label: kpiTitle(id, locale), words: `goal ${id}` })) },
  );

const fromWords = new Set(["from", "template", "templates", "템플릿", "шаблон", "шаблоны", "範本"]);

/** A template by its name opens the form filled in; no name, or one of nobody's, shows them all. */
async function startFrom(words: string, asker: Asker, desk: Desk): Promise<Reply> {
  const { locale, role } = asker;
  if (!may(role, "set_goal")) return refusal([say(locale, (t) => t.goals.notAllowed)]);
  const { plain, named } = namedValues(words);
  const name = plain.join(" ");
  const template = templateNamed(name);
  if (template !== null) {
    const rest = [...named].map(
      ([key, value]) => `${key}:"${value.replaceAll(/["\\]/gu, "\\$&")}"`,
    );
    return goalFormFor(`template:${template.id} ${rest.join(" ")}`, asker, desk);
  }
  return templatesPage(
    locale,
    name === "" ? [] : [say(locale, (t) => t.goals.unknownTemplate, { name })],
  );
}

async function goalList({ locale, role }: Asker, desk: Desk): Promise<GoalsReply> {
  const goals = await desk.goals.list();
  return {
    kind: "goals",
    title: say(locale, (t) => t.goals.listTitle),
    cards: await Promise.all(goals.map((each) => goalCard(each, desk, locale))),
    choices: may(role, "set_goal")
      ? [
          { label: say(locale, (t) => t.goals.set), words: "goal" },
          { label: say(locale, (t) => t.goals.templatesTitle), words: "goal from" },
        ]
      : [],
  };
}

async function showGoal(id: string, { locale }: Asker, desk: Desk): Promise<Reply> {
  const found = await desk.goals.find(id.toLowerCase());
  if (found === null) {
    return refusal([say(locale, (t) => t.goals.unknown, { id })], {
      hint: say(locale, (t) => t.goals.usage),
      choices: [{ label: say(locale, (t) => t.goals.list), words: "goal list" }],
    });
  }
  const card = await goalCard(found, desk, locale);
  const asked = ["kpi", found.kpi, "last-week", whereWords(found.where)].filter(
    (each) => each !== "",
  );
  return {
    kind: "goals",
    title: card.title,
    cards: [card],
    choices: [
      { label: say(locale, (t) => t.goals.ask), words: asked.join(" ") },
      { label: say(locale, (t) => t.goals.list), words: "goal list" },
    ],
  };
}
