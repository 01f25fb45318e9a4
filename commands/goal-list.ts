import type { Goal } from "../goals/goal.ts";
import { byPressure } from "../goals/pressure.ts";
import { mostCards } from "../src/blocks/goal-blocks.ts";
import { goalCards } from "../src/digests/goal-cards.ts";
import { standingsOf } from "../src/digests/goal-standing.ts";
import { say } from "../src/i18n/say.ts";
import { may } from "../src/people/may.ts";
import type { Asker, Choice, GoalsReply } from "./command.ts";
import type { Desk } from "./desk.ts";
import { readGoalWords } from "./goal-verbs.ts";
import { listButtons } from "./goal-people.ts";

/**
 * `list`, `list archived`, `list 2`: those that need somebody first, as many as one looks through;
 * the archived ones as they ended.
 */
export async function goalList(words: string, asker: Asker, desk: Desk): Promise<GoalsReply> {
  const { locale, role } = asker;
  const { isArchive, page: wanted } = readWords(words);
  // The archived ones are over: they stay in the order in which they ended.
  const archived = await desk.goals.listArchived();
  const goals = isArchive ? archived : await inOrder(await desk.goals.list(), desk);
  const page = Math.max(1, Math.min(wanted, Math.ceil(goals.length / mostCards)));
  const shown = goals.slice((page - 1) * mostCards, page * mostCards);
  const left = Math.max(0, goals.length - page * mostCards);
  const next: Choice = {
    label: say(locale, (t) => t.home.nextGoals),
    words: `goal list ${isArchive ? "archived " : ""}${page + 1}`,
  };
  return {
    kind: "goals",
    title: say(locale, (t) => (isArchive ? t.goals.archiveTitle : t.goals.listTitle)),
    cards: await goalCards(shown, desk, asker),
    left,
    buttons: Object.fromEntries(shown.map((each) => [each.id, listButtons(each, asker)])),
    choices: [
      ...(left > 0 ? [next] : []),
      ...(isArchive ? [{ label: say(locale, (t) => t.goals.list), words: "goal list" }] : []),
      ...(isArchive || archived.length === 0
        ? []
        : [{ label: say(locale, (t) => t.goals.archiveTitle), words: "goal list archived" }]),
      ...(may(role, "set_goal")
        ? [
            { label: say(locale, (t) => t.goals.set), words: "goal" },
            { label: say(locale, (t) => t.goals.templatesTitle), words: "goal from" },
          ]
        : []),
    ],
  };
}

const inOrder = async (goals: readonly Goal[], desk: Desk): Promise<readonly Goal[]> =>
  (await standingsOf(goals, desk)).toSorted(byPressure).map(({ goal }) => goal);

/** A page that is no number is the first. */
function readWords(words: string): { readonly isArchive: boolean; readonly page: number } {
  const parts = words.trim().split(/\s+/u);
  const page = Number(parts.at(-1));
  const isPage = Number.isSafeInteger(page) && page > 0;
  const rest = (isPage ? parts.slice(0, -1) : parts).join(" ");
  return {
    isArchive: readGoalWords(rest)?.verb === "archive" || /^archived$/iu.test(rest),
    page: isPage ? page : 1,
  };
}
