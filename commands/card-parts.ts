import { listed } from "../src/i18n/listed.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { isKpiId, kpiById, type KpiId } from "../src/kpis/index.ts";
import type { Kpi } from "../src/kpis/kpi.ts";

/** The figures that a card shows side by side, to choose one from; null where a KPI has its own. */
export function cardParts(id: KpiId, locale: Locale): string | null {
  const { card }: Kpi = kpiById(id);
  if (card === undefined) return null;
  return listed(
    card.filter(isKpiId).map((part) => kpiById(part).title[locale]),
    locale,
  );
}
