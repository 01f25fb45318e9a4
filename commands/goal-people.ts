import type { Goal } from "../goals/goal.ts";
import { courseOf, type GoalCourse } from "../src/documents/goal-book.ts";
import { say } from "../src/i18n/say.ts";
import { may } from "../src/people/may.ts";
import type { Asker, Choice, Page } from "./command.ts";
import { refusal } from "./page.ts";

/** Its owner, whoever set it, leads and admins. */
export const mayChange = ({ id, role }: Asker, { owner, createdBy }: Goal): boolean =>
  may(role, "set_goal", owner === id || createdBy === id);

/** And whoever is asked to at its checkpoints. */
export const mayCheckIn = (asker: Asker, goal: Goal): boolean =>
  mayChange(asker, goal) || may(asker.role, "set_goal", goal.checkpointOwners.includes(asker.id));

/** Its owner has left: somebody must take it over. */
export const isFree = ({ owner, ownerGone, archived }: Goal): boolean =>
  ownerGone === owner && !archived;

const button = (asker: Asker, label: "show" | "edit" | "checkIn", words: string): Choice => ({
  label: say(asker.locale, (t) => t.goals[label]),
  words,
});

/** A draft that somebody may begin. */
const isWaiting = ({ draft, archived }: Goal): boolean => draft && !archived;

export const startButton = (
  { id }: Pick<Goal, "id">,
  { locale }: Pick<Asker, "locale">,
): Choice => ({
  label: say(locale, (t) => t.goalLife.draft.button),
  words: `goal start ${id}`,
});

/** In a list: what is done most; of one that is over only that it can come back. */
export const listButtons = (goal: Goal, asker: Asker): readonly Choice[] =>
  goal.archived
    ? [
        button(asker, "show", `goal show ${goal.id}`),
        ...(mayChange(asker, goal) ? [stepButton("resume", goal, asker)] : []),
      ]
    : openButtons(goal, asker);

const openButtons = (goal: Goal, asker: Asker): readonly Choice[] => [
  button(asker, "show", `goal show ${goal.id}`),
  ...(goal.draft || !mayCheckIn(asker, goal)
    ? []
    : [button(asker, "checkIn", `goal check-in ${goal.id}`)]),
  ...(isWaiting(goal) && mayChange(asker, goal) ? [startButton(goal, asker)] : []),
  ...(mayChange(asker, goal) ? [button(asker, "edit", `goal edit ${goal.id}`)] : []),
];

const stepsFrom = {
  draft: ["archive"],
  running: ["pause", "archive"],
  paused: ["resume"],
  archived: ["resume"],
} as const satisfies Readonly<Record<GoalCourse, readonly string[]>>;

const stepButton = (
  step: (typeof stepsFrom)[GoalCourse][number],
  { id }: Goal,
  { locale }: Asker,
): Choice => ({ label: say(locale, (t) => t.goals.steps[step]), words: `goal ${step} ${id}` });

/** Of a goal shown alone: all that can be done. */
export function goalButtons(goal: Goal, asker: Asker): readonly Choice[] {
  const { locale } = asker;
  const history = {
    label: say(locale, (t) => t.goals.history.button),
    words: `goal history ${goal.id}`,
  };
  const course = courseOf(goal);
  const open = course === "archived" ? [] : openButtons(goal, asker).slice(1);
  if (!mayChange(asker, goal)) return [...open, history];
  const steps = stepsFrom[course];
  const free = isFree(goal);
  return [
    ...(free
      ? [
          {
            label: say(locale, (t) => t.goalLife.handOver.button),
            words: `goal take-over ${goal.id}`,
          },
        ]
      : []),
    ...open,
    ...(course === "archived"
      ? []
      : [
          {
            label: say(locale, (t) => t.goalLife.renewal.button),
            words: `goal renew ${goal.id}`,
          },
        ]),
    ...steps.map((step) => stepButton(step, goal, asker)),
    history,
  ];
}

/** What is over cannot be changed: it is said, with the way back. */
export const archivedPage = (goal: Goal, asker: Asker): Page =>
  refusal([say(asker.locale, (t) => t.goals.errors.archived, { id: goal.id })], {
    choices: goalButtons(goal, asker),
  });
