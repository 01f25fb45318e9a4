import type { Goal } from "../goals/goal.ts";
import { goalCard } from "../src/digests/goal-cards.ts";
import { goalSentence } from "../src/digests/goal-sentence.ts";
import { whereWords } from "../src/digests/where-words.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import { may } from "../src/people/may.ts";
import { defineCommand, type Asker, type Choice, type Page, type Reply } from "./command.ts";
import type { Desk } from "./desk.ts";
import { checkInOn, submitCheckIn } from "./goal-check-in.ts";
import { submitConfirmed } from "./goal-confirm.ts";
import { editForm } from "./goal-edit-form.ts";
import { submitEdit } from "./goal-edit.ts";
import { goalForm, goalFormFor } from "./goal-form.ts";
import { opensGoalForm } from "./goal-opens.ts";
import { historyPage } from "./goal-history.ts";
import { goalList } from "./goal-list.ts";
import { oddsPage } from "./goal-odds.ts";
import { archivedPage, goalButtons, mayChange } from "./goal-people.ts";
import { submitGoal } from "./goal-submit.ts";
import { templateNamed, templatesPage } from "./goal-templates.ts";
import { renewGoal } from "./goal-renew.ts";
import { startGoal } from "./goal-start.ts";
import { takeOver } from "./goal-take-over.ts";
import { readGoalWords, type GoalWords } from "./goal-verbs.ts";
import { namedValues } from "./named-values.ts";
import { severalKpis } from "./named-kpis.ts";
import { kpiNamed } from "./only-for.ts";
import { page, refusal } from "./page.ts";

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
    en: "fcr · from first-response · list · show g1 · check-in g1",
    ko: "최초 통화 해결률 · from first-response · list · show g1 · check-in g1",
    ru: "fcr · from first-response · list · show g1 · check-in g1",
    "zh-TW": "首次回應時間 · from first-response · list · show g1 · check-in g1",
  },
  run: async (words, asker, desk) => {
    const { locale, role } = asker;
    if (!may(role, "ask")) return refusal([say(locale, (t) => t.words.stranger)]);
    const asked = readGoalWords(words);
    if (asked !== null) return withVerb(asked, asker, desk);
    const { plain } = namedValues(words);
    const said = plain.join(" ");
    const isKnown = said === "" || kpiNamed(said) !== null || severalKpis(said).length > 1;
    // Said before anybody fills in a form for nothing; sending one is refused all the same.
    if (isKnown && !may(role, "set_goal")) {
      return refusal([say(locale, (t) => t.goals.notAllowed)]);
    }
    if (isKnown) return goalFormFor(words, asker, desk);
    return refusal([say(locale, (t) => t.goals.unknownWords, { words })], {
      hint: say(locale, (t) => t.goals.usage),
    });
  },
  opensForm: opensGoalForm,
  refresh: goalForm,
  submit: (state, values, asker, desk) => {
    const [kind = "", ...rest] = state.split(":");
    if (kind === "edit") return submitEdit(rest, values, asker, desk);
    if (kind === "confirm") return submitConfirmed(rest, values, asker, desk);
    if (kind === "check-in") return submitCheckIn(rest, values, asker, desk);
    return submitGoal(state, values, asker, desk);
  },
});

async function withVerb({ verb, rest }: GoalWords, asker: Asker, desk: Desk): Promise<Reply> {
  if (verb === "list") return goalList(rest, asker, desk);
  if (verb === "from") return startFrom(rest, asker, desk);
  if (verb === "odds") return oddsPage(asker, desk);
  const [id = ""] = rest.split(/\s+/u, 1);
  if (id === "") return whichGoal(verb, asker);
  const found = await desk.goals.find(id.toLowerCase());
  if (found === null) return noSuchGoal(id, asker);
  return withGoal(verb, found, { said: rest.slice(id.length).trim(), asker, desk });
}

interface Said {
  /** What stands behind the goal's id. */
  readonly said: string;
  readonly asker: Asker;
  readonly desk: Desk;
}

async function withGoal(
  verb: Exclude<GoalWords["verb"], "list" | "from" | "odds">,
  found: Goal,
  { said, asker, desk }: Said,
): Promise<Reply> {
  switch (verb) {
    case "show":
      return showGoal(found, asker, desk);
    case "history":
      return historyPage(found, asker);
    case "start":
      return startGoal(found, said, asker, desk);
    case "renew":
      return renewGoal(found, said, asker, desk);
    case "take-over":
      return takeOver(found, asker, desk);
    case "check-in":
      return checkInOn(found, said, asker, desk);
    case "edit":
      if (!mayChange(asker, found)) return refusal([say(asker.locale, (t) => t.goals.notYours)]);
      // Said before anybody changes a form for nothing; sending one is refused all the same.
      return found.archived ? archivedPage(found, asker) : editForm(found, asker, desk);
    case "pause":
    case "resume":
    case "archive":
      return setCourse(found, verb, asker, desk);
  }
}

const courses = { pause: "paused", resume: "running", archive: "archived" } as const;

async function setCourse(
  { id, ...goal }: Goal,
  step: keyof typeof courses,
  asker: Asker,
  desk: Desk,
): Promise<Page> {
  const { locale } = asker;
  if (!mayChange(asker, { id, ...goal })) return refusal([say(locale, (t) => t.goals.notYours)]);
  if (goal.draft && !goal.archived && step !== "archive") {
    return refusal([say(locale, (t) => t.goalLife.draft.notBegun, { id })], {
      choices: goalButtons({ id, ...goal }, asker),
    });
  }
  const by = { who: asker.id, via: "/goal" };
  const after = await desk.goals.setCourse(id, courses[step], by);
  if (after === null) return noSuchGoal(id, asker);
  return page([goalSentence(after, locale)], {
    title: say(locale, (t) => t.goals.stepped[step], { id }),
    choices: goalButtons(after, asker),
  });
}

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

const whichGoal = (verb: GoalWords["verb"], { locale }: Asker): Page =>
  refusal([say(locale, (t) => t.goals.which, { words: `/goal ${verb} g1` })], {
    choices: [listChoice(locale)],
  });

const listChoice = (locale: Locale): Choice => ({
  label: say(locale, (t) => t.goals.list),
  words: "goal list",
});

const noSuchGoal = (id: string, { locale }: Asker): Page =>
  refusal([say(locale, (t) => t.goals.unknown, { id })], {
    hint: say(locale, (t) => t.goals.usage),
    choices: [listChoice(locale)],
  });

async function showGoal(found: Goal, asker: Asker, desk: Desk): Promise<Reply> {
  const { locale } = asker;
  const card = await goalCard(found, desk, asker);
  await desk.pastOdds.tell([card]);
  const asked = ["kpi", found.kpi, "last-week", whereWords(found.where)].filter(
    (each) => each !== "",
  );
  return {
    kind: "goals",
    title: card.title,
    cards: [card],
    buttons: { [found.id]: goalButtons(found, asker) },
    choices: [
      { label: say(locale, (t) => t.goals.ask), words: asked.join(" ") },
      listChoice(locale),
      { label: say(locale, (t) => t.goalLife.pastOdds.button), words: "goal odds" },
    ],
  };
}
