import type { Goal } from "../goals/goal.ts";
import { goalSentence } from "../src/digests/goal-sentence.ts";
import { say } from "../src/i18n/say.ts";
import type { Asker, Page } from "./command.ts";
import type { Desk } from "./desk.ts";
import { goalButtons, mayCheckIn } from "./goal-people.ts";
import { page, refusal } from "./page.ts";

/** Makes whoever asks the owner of a goal whose owner left; one that has an owner stays theirs. */
export async function takeOver(goal: Goal, asker: Asker, desk: Desk): Promise<Page> {
  const { id } = goal;
  const { locale } = asker;
  if (!mayCheckIn(asker, goal)) return refusal([say(locale, (t) => t.goalLife.notAsked)]);
  const after = await desk.goals.takeOver(id, { who: asker.id, via: "/goal" });
  if (after === null) return refusal([say(locale, (t) => t.goals.unknown, { id })]);
  if (after.owner !== asker.id) {
    return refusal([say(locale, (t) => t.goalLife.handOver.notFree, { id })], {
      choices: [{ label: say(locale, (t) => t.goals.show), words: `goal show ${id}` }],
    });
  }
  return page([goalSentence(after, locale)], {
    title: say(locale, (t) => t.goalLife.handOver.done, { id }),
    choices: goalButtons(after, asker),
  });
}
