import { goalCard } from "../src/digests/goal-cards.ts";
import { whereWords } from "../src/digests/where-words.ts";
import { say } from "../src/i18n/say.ts";
import { may } from "../src/people/may.ts";
import { defineCommand, type Asker, type GoalsReply, type Reply } from "./command.ts";
import type { Desk } from "./desk.ts";
import { goalForm, goalFormFor } from "./goal-form.ts";
import { submitGoal } from "./goal-submit.ts";
import { namedValues } from "./named-values.ts";
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
    en: "fcr · list · show g1",
    ko: "최초 통화 해결률 · list · show g1",
    ru: "fcr · list · show g1",
    "zh-TW": "首次回應時間 · list · show g1",
  },
  run: async (words, asker, desk) => {
    const { locale, role } = asker;
    if (!may(role, "ask")) return refusal([say(locale, (t) => t.words.stranger)]);
    const [verb = "", id = ""] = words.trim().split(/\s+/u);
    if (verb.toLowerCase() === "list") return goalList(asker, desk);
    if (verb.toLowerCase() === "show") return showGoal(id, asker, desk);
    const { plain } = namedValues(words);
    const isKnown = plain.length === 0 || kpiNamed(plain.join(" ")) !== null;
    // Said before anybody fills in a form for nothing; sending one is refused all the same.
    if (isKnown && !may(role, "set_goal")) {
      return refusal([say(locale, (t) => t.goals.notAllowed)]);
    }
    return isKnown
      ? goalFormFor(words, asker, desk)
      : refusal([say(locale, (t) => t.goals.unknownWords, { words })], {
          hint: say(locale, (t) => t.goals.usage),
        });
  },
  refresh: goalForm,
  submit: submitGoal,
});

async function goalList(asker: Asker, desk: Desk): Promise<GoalsReply> {
  const { locale, role } = asker;
  const goals = await desk.goals.list();
  return {
    kind: "goals",
    title: say(locale, (t) => t.goals.listTitle),
    cards: await Promise.all(goals.map((each) => goalCard(each, desk, asker))),
    choices: may(role, "set_goal")
      ? [{ label: say(locale, (t) => t.goals.set), words: "goal" }]
      : [],
  };
}

async function showGoal(id: string, asker: Asker, desk: Desk): Promise<Reply> {
  const { locale } = asker;
  const found = await desk.goals.find(id.toLowerCase());
  if (found === null) {
    return refusal([say(locale, (t) => t.goals.unknown, { id })], {
      hint: say(locale, (t) => t.goals.usage),
      choices: [{ label: say(locale, (t) => t.goals.list), words: "goal list" }],
    });
  }
  const card = await goalCard(found, desk, asker);
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
