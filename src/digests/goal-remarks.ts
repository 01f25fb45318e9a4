import { severities, type Goal, type GoalEdit } from "../../goals/goal.ts";
import { unitOf } from "../../goals/scale.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { isLocalDay, localDay } from "../periods/local-day.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import { sayDay } from "./say-when.ts";

type Change = GoalEdit["changes"][number];

/** `Target: 80 % → 75 %` */
export function changeText(goal: Goal, { field, before, after }: Change, locale: Locale): string {
  const shown = (value: Change["before"]): string => {
    if (value === null || value === "") return "–";
    if (field === "target" && typeof value === "number") {
      return formatQuantity(value, unitOf(goal), locale);
    }
    const text = String(value);
    if (field === "state") {
      return say(
        locale,
        (t) => t.goals.courses[value === "paused" || value === "archived" ? value : "running"],
      );
    }
    if (field === "severity") return severityText(text, locale);
    return field === "deadline" && isLocalDay(text) ? sayDay(text, locale) : text;
  };
  return say(locale, (t) => t.goals.history.change, {
    field: say(locale, (t) => t.goals.history.fields[field]),
    before: shown(before),
    after: shown(after),
  });
}

const severityText = (text: string, locale: Locale): string => {
  const severity = severities.find((each) => each === text) ?? "normal";
  return say(locale, (t) => t.goalCoach.severities[severity]);
};

/** What a reader of the figure should know: the last check-in, what was eased and why, what was overruled. */
export function goalRemarks(goal: Goal, zone: string, locale: Locale): readonly string[] {
  const dayOf = (at: string): string => sayDay(localDay(new Date(at), zone), locale);
  const checkIn = goal.checkIns.at(-1);
  const eased = goal.edits.findLast(({ reason }) => reason !== null);
  return [
    ...(checkIn === undefined
      ? []
      : [
          say(locale, (t) => t.goals.lastCheckIn, {
            day: dayOf(checkIn.at),
            text: checkIn.text,
          }),
        ]),
    ...(eased === undefined
      ? []
      : [
          say(locale, (t) => t.goals.eased, {
            day: dayOf(eased.at),
            change: eased.changes.map((change) => changeText(goal, change, locale)).join("; "),
            reason: eased.reason ?? "",
          }),
        ]),
    ...(goal.accepted === null
      ? []
      : [say(locale, (t) => t.goals.accepted, { reason: goal.accepted.reason })]),
  ];
}
