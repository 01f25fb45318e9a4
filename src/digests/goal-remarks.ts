import { readAimCode, readStepsCode } from "../../goals/aim-code.ts";
import {
  isSnoozed,
  severities,
  surveyFrequencies,
  type Goal,
  type GoalEdit,
} from "../../goals/goal.ts";
import { isRunning } from "../../goals/is-running.ts";
import { dueCheckpoint } from "../../goals/reminders.ts";
import type { Clock } from "../clock.ts";
import { aside } from "../i18n/aside.ts";
import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { isLocalDay, localDay } from "../periods/local-day.ts";
import type { PeriodSettings } from "../periods/period.ts";
import { aimText } from "./goal-sentence.ts";
import { measuredTitle } from "./measure.ts";
import { renewalOf, renewalText } from "./renewal-text.ts";
import { sayDay } from "./say-when.ts";
import { stepsText, stepTexts } from "./step-texts.ts";

type Change = GoalEdit["changes"][number];

/** `Target: 80 % → 75 %` */
export function changeText(goal: Goal, { field, before, after }: Change, locale: Locale): string {
  const shown = (value: Change["before"]): string => {
    if (value === null || value === "") return "–";
    const text = String(value);
    const aim = field === "target" ? readAimCode(value, goal) : null;
    if (aim !== null) return aimText({ kpi: goal.kpi, options: goal.options, ...aim }, locale);
    if (field === "steps") return stepsText({ ...goal, steps: readStepsCode(text) }, locale);
    if (field === "renews") return renewalText(renewalOf(String(value)), locale);
    if (field === "state") return courseText(text, locale);
    if (field === "severity") return severityText(text, locale);
    if (field === "direction" || field === "surveyEvery") return chosenText(text, locale);
    if (field === "checkpoints") return daysText(text, locale);
    if (field === "guardrails") return listed(text.split(", "), locale);
    return field === "deadline" && isLocalDay(text) ? sayDay(text, locale) : text;
  };
  return say(locale, (t) => t.goals.history.change, {
    field: say(locale, (t) => t.goals.history.fields[field]),
    before: shown(before),
    after: shown(after),
  });
}

const daysText = (text: string, locale: Locale): string =>
  listed(
    text.split(", ").map((day) => (isLocalDay(day) ? sayDay(day, locale) : day)),
    locale,
  );

const courseText = (text: string, locale: Locale): string => {
  const course = (["draft", "paused", "archived"] as const).find((each) => each === text);
  return say(locale, (t) => t.goals.courses[course ?? "running"]);
};

export const severityText = (text: string, locale: Locale): string => {
  const severity = severities.find((each) => each === text) ?? "normal";
  return say(locale, (t) => t.goalCoach.severities[severity]);
};

/** What was chosen in the form, as the form says it. */
export const chosenText = (text: string, locale: Locale): string => {
  if (text === "reach" || text === "keep") return say(locale, (t) => t.goals.form[text]);
  const every = surveyFrequencies.find((each) => each === text);
  return every === undefined ? text : say(locale, (t) => t.goalRules.frequencies[every]);
};

/**
 * What a reader of the figure should know: what was eased and why, which comes first since a place may
 * have no room for all, the last check-in, and what was overruled.
 */
export function goalRemarks(
  goal: Goal,
  { clock, periods: { zone } }: RemarkPorts,
  locale: Locale,
): readonly string[] {
  const checkIn = goal.checkIns.at(-1);
  const { snoozedUntil } = goal;
  const isQuiet = isRunning(goal) && isSnoozed(goal, localDay(clock.now(), zone));
  return [
    ...(goal.ownerGone === goal.owner
      ? [say(locale, (t) => t.goalLife.handOver.remark, { id: goal.id })]
      : []),
    ...(snoozedUntil !== null && isQuiet
      ? [say(locale, (t) => t.digestMore.quiet, { day: sayDay(snoozedUntil, locale) })]
      : []),
    ...easedEdits(goal, null).map((edit) => easedText(goal, edit, zone, locale)),
    ...stepTexts(goal, locale),
    ...(checkIn === undefined
      ? []
      : [
          say(locale, (t) => t.goals.lastCheckIn, {
            day: dayOf(checkIn.at, zone, locale),
            text: checkIn.text,
          }),
        ]),
    ...(goal.accepted === null
      ? []
      : [say(locale, (t) => t.goals.accepted, { reason: goal.accepted.reason })]),
    ...(goal.renews === undefined ? [] : [renewalText(goal.renews, locale)]),
    ...(goal.renewedFrom === undefined
      ? []
      : [say(locale, (t) => t.goalLife.renewal.from, { id: goal.renewedFrom })]),
  ];
}

/** So long is an easing news for those who do not see the goal itself. */
const newsDays = 31;

/** Of goals a message has no room for: what was made easier of late, and why, is said all the same. */
export const easedRemarks = (
  goals: readonly Goal[],
  { clock, periods: { zone } }: RemarkPorts,
  locale: Locale,
): readonly string[] =>
  goals.flatMap((goal) =>
    easedEdits(goal, new Date(clock.now().getTime() - newsDays * 86_400_000)).map((edit) =>
      say(locale, (t) => t.goalLife.easedElsewhere, {
        goal: aside(measuredTitle(goal, locale), goal.id, locale),
        change: easedText(goal, edit, zone, locale),
      }),
    ),
  );

/** That a checkpoint has come and nobody has checked in for it; empty where nothing is due. */
export function dueText(
  goal: Goal,
  { clock, periods: { zone } }: RemarkPorts,
  locale: Locale,
): string {
  const due = dueCheckpoint(goal, localDay(clock.now(), zone), zone);
  return due === null ? "" : say(locale, (t) => t.goalLife.due, { day: sayDay(due, locale) });
}

interface RemarkPorts {
  readonly clock: Clock;
  readonly periods: Pick<PeriodSettings, "zone">;
}

/** Edits that gave a reason since then, the latest first: an easier target and a later deadline must. */
const easedEdits = (goal: Goal, since: Date | null): readonly GoalEdit[] =>
  goal.edits
    .filter(({ reason, at }) => reason !== null && (since === null || new Date(at) >= since))
    .toReversed();

const easedText = (goal: Goal, edit: GoalEdit, zone: string, locale: Locale): string =>
  say(locale, (t) => t.goals.eased, {
    day: dayOf(edit.at, zone, locale),
    change: listed(
      edit.changes.map((change) => changeText(goal, change, locale)),
      locale,
      "long",
    ),
    reason: edit.reason ?? "",
  });

const dayOf = (at: string, zone: string, locale: Locale): string =>
  sayDay(localDay(new Date(at), zone), locale);
