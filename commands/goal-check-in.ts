import { randomUUID } from "node:crypto";
import type { Goal } from "../goals/goal.ts";
import { goalSentence } from "../src/digests/goal-sentence.ts";
import { say } from "../src/i18n/say.ts";
import { localDay } from "../src/periods/local-day.ts";
import type { Asker, Form, FormValues, Reply, Submitted } from "./command.ts";
import type { Desk } from "./desk.ts";
import { fieldWith } from "./field-with.ts";
import { mayCheckIn } from "./goal-people.ts";
import { page, refusal } from "./page.ts";

/** What one check-in may say, in characters: it stands under the goal. */
const longest = 500;

/** A comment on a goal: said with the words, or asked for. */
export async function checkInOn(
  goal: Goal,
  text: string,
  asker: Asker,
  desk: Desk,
): Promise<Reply> {
  if (!mayCheckIn(asker, goal)) return refusal([say(asker.locale, (t) => t.goalLife.notAsked)]);
  if (text === "" || /^text[:：]/u.test(text)) return checkInForm(goal, asker);
  const day = localDay(desk.clock.now(), desk.periods.zone);
  // Said twice on one day it is one comment.
  const submission = `${asker.id} ${day} ${text}`;
  const kept = await keep(goal.id, submission, text, asker, desk);
  return kept.ok ? kept.reply : refusal(Object.values(kept.errors));
}

const checkInForm = (goal: Goal, { locale }: Asker): Form => ({
  kind: "form",
  command: "goal",
  state: `check-in:${goal.id}:${randomUUID()}`,
  title: say(locale, (t) => t.goals.checkIn),
  submit: say(locale, (t) => t.goals.checkInSave),
  notices: [goalSentence(goal, locale)],
  fields: [
    fieldWith({})("text", {
      label: say(locale, (t) => t.goals.checkInText),
      hint: say(locale, (t) => t.goals.checkInHint),
      type: "long_text",
    }),
  ],
});

export async function submitCheckIn(
  [id = "", submission = ""]: readonly string[],
  values: FormValues,
  asker: Asker,
  desk: Desk,
): Promise<Submitted> {
  const goal = await desk.goals.find(id);
  if (goal === null) return failed(say(asker.locale, (t) => t.goals.errors.gone, { id }));
  if (!mayCheckIn(asker, goal)) return failed(say(asker.locale, (t) => t.goalLife.notAsked));
  return keep(id, submission, values["text"] ?? "", asker, desk);
}

async function keep(
  id: string,
  submission: string,
  said: string,
  { id: who, locale }: Asker,
  desk: Desk,
): Promise<Submitted> {
  const text = said.trim();
  if (text === "") return failed(say(locale, (t) => t.goals.errors.checkInMissing));
  if (text.length > longest) {
    return failed(say(locale, (t) => t.goals.errors.checkInLong, { most: longest }));
  }
  const kept = await desk.goals.checkIn(id, { text, submission }, { who, via: "/goal" });
  if (kept === null) return failed(say(locale, (t) => t.goals.errors.gone, { id }));
  return {
    ok: true,
    reply: page([goalSentence(kept, locale), text], {
      title: say(locale, (t) => t.goals.checkedIn, { id }),
      choices: [{ label: say(locale, (t) => t.goals.show), words: `goal show ${id}` }],
    }),
  };
}

const failed = (text: string): Submitted => ({ ok: false, errors: { text } });
