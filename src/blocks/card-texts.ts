import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { isKpiId, kpiById, type KpiId } from "../kpis/index.ts";
import type { Kpi } from "../kpis/kpi.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import type { Answer } from "../reports/answer.ts";
import { kpiTitle } from "./answer-texts.ts";

/** The KPIs that a card shows side by side; none where the answer is a value. */
export function shownOn({ kpi }: Pick<Answer, "kpi">): readonly KpiId[] {
  const { card = [] }: Kpi = kpiById(kpi);
  return card.filter(isKpiId);
}

/** `First contact resolution`, `71.4 % (65.1 %–77.0 %)`, for each figure of a card. */
export const cardTexts = (
  answer: Answer,
  locale: Locale,
): readonly (readonly [label: string, text: string])[] =>
  shownOn(answer).map((id) => [
    kpiTitle(id, locale),
    cardText(id, answer.variants, answer.sample, locale),
  ]);

/** One figure of a card with the range it likely lies in. */
export function cardText(
  id: KpiId,
  figures: Answer["variants"],
  sample: number,
  locale: Locale,
): string {
  const write = (value: number): string =>
    formatQuantity(value, kpiById(id).unit, locale, { sample });
  const value = figures[id] ?? null;
  if (value === null) return say(locale, (t) => t.answers.noData);
  const [low = null, high = null] = [figures[`${id}_low`], figures[`${id}_high`]];
  if (low === null || high === null) return write(value);
  return say(locale, (t) => t.answers.inRange, {
    value: write(value),
    low: write(low),
    high: write(high),
  });
}
