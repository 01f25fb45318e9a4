import type { Goal } from "../goals/goal.ts";
import { courseOf } from "../src/documents/goal-book.ts";
import { say } from "../src/i18n/say.ts";
import { may } from "../src/people/may.ts";
import type { Asker, Choice } from "./command.ts";

/** Its owner, whoever set it, leads and admins. */
export const mayChange = ({ id, role }: Asker, { owner, createdBy }: Goal): boolean =>
  may(role, "set_goal", owner === id || createdBy === id);

const button = (asker: Asker, label: "show" | "edit" | "checkIn", words: string): Choice => ({
  label: say(asker.locale, (t) => t.goals[label]),
  words,
});

/** In a list: what is done most. */
export const listButtons = (goal: Goal, asker: Asker): readonly Choice[] => [
  button(asker, "show", `goal show ${goal.id}`),
  ...(mayChange(asker, goal)
    ? [
        button(asker, "checkIn", `goal check-in ${goal.id}`),
        button(asker, "edit", `goal edit ${goal.id}`),
      ]
    : []),
];

/** Of a goal shown alone: all that can be done. */
export function goalButtons(goal: Goal, asker: Asker): readonly Choice[] {
  const { locale } = asker;
  const history = {
    label: say(locale, (t) => t.goals.history.button),
    words: `goal history ${goal.id}`,
  };
  if (!mayChange(asker, goal)) return [history];
  const course = courseOf(goal);
  const steps = course === "running" ? (["pause", "archive"] as const) : (["resume"] as const);
  return [
    ...(course === "archived" ? [] : listButtons(goal, asker).slice(1)),
    ...steps.map((step) => ({
      label: say(locale, (t) => t.goals.steps[step]),
      words: `goal ${step} ${goal.id}`,
    })),
    history,
  ];
}
