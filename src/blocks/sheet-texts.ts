import { dateFormat } from "../i18n/formats.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { segments, type Segment } from "../kinds/kind.ts";
import { periodTitle } from "../periods/period-title.ts";
import type { Answer, SegmentFigure } from "../reports/answer.ts";
import { dateTag, kpiTitle, labelled, segmentTitle } from "./answer-texts.ts";

/** `First contact resolution · 9–15 Nov 2026` */
export const sheetTitle = (
  { kpi, period }: Pick<Answer, "kpi" | "period">,
  locale: Locale,
): string =>
  say(locale, (t) => t.answers.headline, {
    kpi: kpiTitle(kpi, locale),
    period: periodTitle(period, locale),
  });

/** `16 Nov 2026, 08:00` */
export const momentText = (instant: Date, zone: string, locale: Locale): string =>
  dateFormat(dateTag(locale), {
    dateStyle: "medium",
    timeStyle: "short",
    hourCycle: "h23",
    timeZone: zone,
  }).format(instant);

/** `email · Billing`; what a record does not say is "not set". */
export const keyText = (key: SegmentFigure["key"], locale: Locale): string =>
  segments
    .filter((segment) => segment in key)
    .map(
      (segment) =>
        key[segment] ??
        labelled(
          segmentTitle(segment, locale),
          say(locale, (t) => t.answers.notKnown),
          locale,
        ),
    )
    .join(" · ");

/** `channel and team` */
export const segmentsText = (by: readonly Segment[], locale: Locale): string =>
  by
    .map((segment) => segmentTitle(segment, locale))
    .reduce((first, second) => say(locale, (t) => t.answers.and, { first, second }));
