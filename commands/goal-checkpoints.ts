import {
  mostCheckpoints,
  proposeCheckpoints,
  readCheckpoints,
  type CheckpointFault,
} from "../goals/checkpoints.ts";
import { sayDay } from "../src/digests/say-when.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import { shiftUnits } from "../src/periods/calendar-unit.ts";
import { isLocalDay, localDay } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";
import type { FormValues } from "./command.ts";
import type { Desk } from "./desk.ts";

/** What stands in the field, and the deadline it was proposed for: null where nothing was. */
export interface FilledCheckpoints {
  readonly text: string | null;
  readonly proposedFor: string | null;
}

/** The days that the rules propose give way to another deadline's; those that somebody typed stay. */
export function fillCheckpoints(
  values: FormValues,
  proposedFor: string | null,
  desk: Desk,
): FilledCheckpoints {
  const { checkpoints = null, deadline = null } = values;
  const isTyped = checkpoints !== null && checkpoints !== proposal(proposedFor, values, desk);
  return isTyped
    ? { text: checkpoints, proposedFor }
    : { text: proposal(deadline, values, desk), proposedFor: deadline };
}

function proposal(deadline: string | null, values: FormValues, desk: Desk): string | null {
  const today = todayAt(desk);
  if (deadline === null || !isLocalDay(deadline)) return null;
  // Beyond, the deadline itself is refused.
  if (deadline <= today || deadline > shiftUnits(today, "year", 3)) return null;
  return proposedDays(today, deadline, values, desk).join(", ") || null;
}

const todayAt = ({ clock, periods }: Desk): LocalDay => localDay(clock.now(), periods.zone);

const proposedDays = (today: LocalDay, deadline: LocalDay, values: FormValues, desk: Desk) =>
  proposeCheckpoints(today, deadline, desk.workdaysIn(values["post_to"] ?? null).isWorkday);

/** The days to keep with the goal; where the field is empty, those that the rules propose. */
export function checkpointsFrom(
  values: FormValues,
  proposedFor: string | null,
  deadline: LocalDay,
  desk: Desk,
): readonly LocalDay[] | CheckpointFault {
  const today = todayAt(desk);
  const { text } = fillCheckpoints(values, proposedFor, desk);
  const found = readCheckpoints(text ?? "", today, deadline);
  return "fault" in found || found.length > 0 ? found : proposedDays(today, deadline, values, desk);
}

export function checkpointFault(
  fault: CheckpointFault,
  deadline: LocalDay,
  desk: Desk,
  locale: Locale,
): string {
  if (fault.fault === "too_many") {
    return say(locale, (t) => t.goalCoach.checkpoints.too_many, { most: mostCheckpoints });
  }
  const today = todayAt(desk);
  return say(locale, (t) => t.goalCoach.checkpoints[fault.fault], {
    text: fault.text.slice(0, 40),
    example: shiftUnits(today, "week", 1),
    today: sayDay(today, locale),
    deadline: sayDay(deadline, locale),
  });
}
