import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import type { Period, Window } from "../periods/period.ts";
import type { Comparison, Remark } from "./answer.ts";
import { sayDay } from "./say-time.ts";
import type { ReportParts } from "./session.ts";

export interface DroppedCase {
  /** Records from before it are dropped; null: none is. */
  readonly keptFrom: Date | null;
  readonly period: Window;
  /** The period compared with; null where none is. */
  readonly before: Window | null;
  readonly zone: string;
  readonly locale: Locale;
}

const code = "records_dropped";

export const droppedCase = (
  { keptFrom }: Pick<ReportParts, "keptFrom">,
  now: Date,
  {
    period,
    comparison,
    locale,
  }: {
    readonly period: Period;
    readonly comparison: Comparison | null;
    readonly locale: Locale;
  },
): DroppedCase => ({
  keptFrom: keptFrom?.(now) ?? null,
  period,
  before: comparison?.period ?? null,
  zone: period.zone,
  locale,
});

/** Why there is no figure, where all of the period is older than records are kept. */
export function whyDropped({ keptFrom, period, zone, locale }: DroppedCase): Remark | null {
  if (keptFrom === null || period.to > keptFrom) return null;
  const day = sayDay(keptFrom, { zone, locale });
  return { code, text: say(locale, (t) => t.people.dropped.all, { day }) };
}

/** What a figure lacks because it reaches further back than records are kept. */
export function droppedRemarks(asked: DroppedCase, value: number | null): readonly Remark[] {
  const { keptFrom, period, before, zone, locale } = asked;
  if (keptFrom === null || value === null) return [];
  const day = sayDay(keptFrom, { zone, locale });
  if (period.from < keptFrom) {
    return [{ code, text: say(locale, (t) => t.people.dropped.some, { day }) }];
  }
  return before !== null && before.from < keptFrom
    ? [{ code, text: say(locale, (t) => t.people.dropped.before, { day }) }]
    : [];
}
