import { shiftUnits, startOfUnit } from "../periods/calendar-unit.ts";
import { localDay } from "../periods/local-day.ts";
import { unitLabel } from "../periods/period-label.ts";
import type { PeriodSpec } from "../periods/period.ts";
import type { ComposeAsked, ComposePorts } from "./compose.ts";
import { unitSpec } from "./period-told.ts";
import { presets } from "./presets.ts";

export interface PeriodMeant {
  readonly spec: PeriodSpec;
  /** Its own name, `2026-W47`, which means the same whenever somebody says it. */
  readonly words: string;
}

/**
 * The week or month a digest tells about: that of the day it was meant for. A day off or late data may
 * carry it into the next one, in which "this week" would be another.
 */
export function periodMeant(
  { period, meantAt }: Pick<ComposeAsked, "period" | "meantAt">,
  { clock, periods }: Pick<ComposePorts, "clock" | "periods">,
): PeriodMeant {
  const { spec, every } = presets[period];
  const firstAt = (at: Date) => {
    const first = startOfUnit(localDay(at, periods.zone), every, periods);
    return spec.kind === "last" ? shiftUnits(first, every, -1) : first;
  };
  const now = clock.now();
  const first = firstAt(meantAt ?? now);
  return {
    spec: first === firstAt(now) ? spec : unitSpec(first, every, periods),
    words: unitLabel(first, every, periods),
  };
}
