import type { PostedFigure } from "../documents/posted-figure.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { isKpiId, kpiById } from "../kpis/index.ts";
import { periodTitle } from "../periods/period-title.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import type { Correction } from "./corrections.ts";
import { measuredTitle } from "./measure.ts";

/** What was posted, what it is now, and why. */
export const correctionText = (correction: Correction, zone: string, locale: Locale): string =>
  say(locale, (t) => t.digests.correction, { ...figureTexts(correction, zone, locale) });

export interface FigureTexts {
  readonly kpi: string;
  readonly period: string;
  readonly before: string;
  readonly after: string;
}

/** Which figure, of when, and its two values, in words. */
export function figureTexts(
  { before, after }: Correction,
  zone: string,
  locale: Locale,
): FigureTexts {
  const unit = isKpiId(before.kpi) ? kpiById(before.kpi).unit : "count";
  const text = ({ value, sample }: PostedFigure) =>
    value === null
      ? say(locale, (t) => t.digests.status.no_data)
      : formatQuantity(value, unit, locale, { sample });
  const window = { from: new Date(before.from), to: new Date(before.to) };
  return {
    kpi: measuredTitle(before, locale),
    period: periodTitle({ ...window, zone, complete: true, label: "" }, locale),
    before: text(before),
    after: text(after),
  };
}
