import type { GoalDraft } from "../goals/goal.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import type { Fact } from "./command.ts";

type Told = Pick<GoalDraft, "owner" | "checkpointOwners" | "severity" | "channel" | "why">;

/** Whom a goal calls, where, and why: what its sentence does not say. */
export const planFacts = (
  { owner, checkpointOwners, severity, channel, why }: Told,
  locale: Locale,
): readonly Fact[] => [
  { label: say(locale, (t) => t.goals.form.owner), values: [{ person: owner }] },
  ...(checkpointOwners.length === 0
    ? []
    : [
        {
          label: say(locale, (t) => t.goalCoach.alsoAsked),
          values: checkpointOwners.map((person) => ({ person })),
        },
      ]),
  ...(channel === null
    ? []
    : [{ label: say(locale, (t) => t.goals.form.channel), values: [{ channel }] }]),
  {
    label: say(locale, (t) => t.goalCoach.severity),
    values: [say(locale, (t) => t.goalCoach.severities[severity])],
  },
  { label: say(locale, (t) => t.goals.form.why), values: [why] },
];
