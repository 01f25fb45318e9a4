import type { Goal, GoalState } from "../goals/goal.ts";
import type { Delivery, Digest } from "../src/documents/shape.ts";
import { labelled } from "../src/blocks/answer-texts.ts";
import { stateText } from "../src/digests/goal-cards.ts";
import { dueText } from "../src/digests/goal-remarks.ts";
import type { GoalStanding } from "../src/digests/goal-standing.ts";
import { measuredTitle } from "../src/digests/measure.ts";
import { aside } from "../src/i18n/aside.ts";
import { say } from "../src/i18n/say.ts";
import { sentences } from "../src/i18n/sentences.ts";
import type { Asker, Choice, Page } from "./command.ts";
import type { Desk } from "./desk.ts";
import { page } from "./page.ts";

/** As many as one does in a morning. */
const mostNeeds = 8;

interface Need {
  readonly text: string;
  readonly choice: Choice;
}

export interface Charge {
  /** Goals they own or are asked about, the most pressing first. */
  readonly standings: readonly GoalStanding[];
  /** Goals whose owner has left, and which they may take over. */
  readonly free: readonly Goal[];
  readonly digests: readonly Digest[];
  /** Deliveries of digests, the latest first. */
  readonly deliveries: readonly Delivery[];
}

/**
 * What a person should do now: their checkpoints that have come without a check-in, their goals that
 * are behind or were missed, goals without an owner, their digests that are paused or could not be
 * posted last.
 */
export function needsPage(
  { standings, free, digests, deliveries }: Charge,
  asker: Asker,
  desk: Desk,
): Page {
  const { locale } = asker;
  const needs = [
    ...standings.flatMap((standing) => goalNeed(standing, asker, desk)),
    ...free.map((goal) => handOverNeed(goal, asker)),
    ...digests.flatMap((digest) => digestNeed(digest, deliveries, asker)),
  ];
  const left = needs.length - mostNeeds;
  const shown = needs.slice(0, mostNeeds);
  const lines =
    needs.length === 0 ? [say(locale, (t) => t.home.needsNothing)] : shown.map(({ text }) => text);
  return page(lines, {
    title: say(locale, (t) => t.home.needsTitle),
    choices: shown.map(({ choice }) => choice),
    hint: left > 0 ? say(locale, (t) => t.home.needsMore, { count: left }) : null,
  });
}

const needy: ReadonlySet<GoalState> = new Set(["missed", "behind", "guardrail_broken"]);

function goalNeed(standing: GoalStanding, { id: person, locale }: Asker, desk: Desk): Need[] {
  const { goal, measured, state } = standing;
  const due = dueText(goal, desk, locale);
  const isBehind = goal.owner === person && needy.has(state);
  const told = [...(isBehind ? [stateText(standing, locale)] : []), ...(due === "" ? [] : [due])];
  if (told.length === 0) return [];
  const { id } = goal;
  return [
    {
      text: labelled(aside(measuredTitle(measured, locale), id, locale), told.join(" · "), locale),
      choice:
        due === ""
          ? { label: say(locale, (t) => t.home.showGoal, { id }), words: `goal show ${id}` }
          : { label: say(locale, (t) => t.home.checkIn, { id }), words: `goal check-in ${id}` },
    },
  ];
}

const handOverNeed = (goal: Goal, { locale }: Asker): Need => ({
  text: labelled(
    aside(measuredTitle(goal, locale), goal.id, locale),
    say(locale, (t) => t.goalLife.handOver.asked),
    locale,
  ),
  choice: {
    label: say(locale, (t) => t.home.takeOver, { id: goal.id }),
    words: `goal take-over ${goal.id}`,
  },
});

function digestNeed(
  { id, paused, createdBy }: Digest,
  deliveries: readonly Delivery[],
  { id: person, locale }: Asker,
): Need[] {
  const last = deliveries.find(({ digest }) => digest === id);
  const failed =
    last?.state === "dead"
      ? say(locale, (t) => t.digests.dead, {
          digest: id,
          reason: say(locale, (t) => t.digests.reasons[last.reason ?? "unknown"]),
        })
      : "";
  if (createdBy !== person || (!paused && failed === "")) return [];
  const stopped = paused ? say(locale, (t) => t.home.digestPaused, { id }) : "";
  return [
    {
      text: sentences([failed, stopped], locale),
      choice: paused
        ? { label: say(locale, (t) => t.home.resume, { id }), words: `digest resume ${id}` }
        : {
            label: say(locale, (t) => t.home.status, { id }),
            words: `digest status ${id}`,
          },
    },
  ];
}
