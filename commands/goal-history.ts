import type { Goal, GoalEdit } from "../goals/goal.ts";
import { changeText } from "../src/digests/goal-remarks.ts";
import { goalSentence } from "../src/digests/goal-sentence.ts";
import { sayShortInstant } from "../src/digests/say-when.ts";
import { listed } from "../src/i18n/listed.ts";
import { say } from "../src/i18n/say.ts";
import type { Asker, Page, PageCell } from "./command.ts";
import { page } from "./page.ts";

/** All that happened to a goal, the latest first: changes with their reason, and check-ins. */
export function historyPage(goal: Goal, { locale, zone }: Asker): Page {
  const when = (at: string): string => sayShortInstant(new Date(at), locale, zone);
  const edited = ({ at, who, changes, reason }: GoalEdit) => ({
    at,
    who,
    text: listed(
      changes.map((change) => changeText(goal, change, locale)),
      locale,
      "long",
    ),
    reason: reason ?? "",
  });
  const set = {
    at: goal.createdAt,
    who: goal.createdBy,
    text:
      goal.renewedFrom === undefined
        ? say(locale, (t) => t.goals.history.set)
        : say(locale, (t) => t.goalLife.renewal.from, { id: goal.renewedFrom }),
    reason: goal.accepted?.reason ?? "",
  };
  const told = goal.checkIns.map(({ at, who, text }) => ({
    at,
    who,
    text: say(locale, (t) => t.goals.history.checkIn, { text }),
    reason: "",
  }));
  const all = [set, ...goal.edits.map(edited), ...told]
    .toReversed()
    .toSorted((a, b) => b.at.localeCompare(a.at));
  return page([goalSentence(goal, locale)], {
    title: say(locale, (t) => t.goals.history.title, { id: goal.id }),
    table: {
      columns: [
        say(locale, (t) => t.goals.history.when),
        say(locale, (t) => t.goals.history.who),
        say(locale, (t) => t.goals.history.what),
        say(locale, (t) => t.goals.history.reason),
      ],
      rows: all.map(({ at, who, text, reason }): readonly PageCell[] => [
        when(at),
        { person: who },
        text,
        reason,
      ]),
    },
    choices: [
      { label: say(locale, (t) => t.goals.show), words: `goal show ${goal.id}` },
      ...(goal.renewedFrom === undefined
        ? []
        : [
            {
              label: say(locale, (t) => t.goals.history.title, { id: goal.renewedFrom }),
              words: `goal history ${goal.renewedFrom}`,
            },
          ]),
    ],
  });
}
