import { sampleText } from "../src/blocks/answer-texts.ts";
import { asOfText } from "../src/digests/goal-cards.ts";
import {
  lastWeek,
  measure,
  measuredTitle,
  settleKind,
  type Measured,
} from "../src/digests/measure.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import type { KpiId } from "../src/kpis/index.ts";
import { periodTitle } from "../src/periods/period-title.ts";
import { formatQuantity } from "../src/quantities/format-quantity.ts";
import type { Answer } from "../src/reports/answer.ts";
import type { Asker } from "./command.ts";
import type { Desk } from "./desk.ts";
import { parseOnlyFor } from "./only-for.ts";

/** Where the KPI stands: the last whole week. */
export interface Present {
  readonly measured: Measured;
  readonly answer: Answer | null;
}

/** Null where the words after "only for" say nothing that can be measured. */
export async function presentValue(
  kpi: KpiId,
  onlyFor: string | null,
  locale: Locale,
  { reports }: Desk,
): Promise<Present | null> {
  const parsed = parseOnlyFor(kpi, onlyFor);
  if (parsed === null) return null;
  const { stat, within } = await reports.optionsInForce(kpi, parsed.options);
  const isShare = stat === "share" && typeof within === "number";
  // Kept with the goal: its target means what it means today, whatever is configured tomorrow.
  const options = {
    ...parsed.options,
    ...(typeof stat === "string" && { stat }),
    ...(isShare && { within }),
  };
  const measured = await settleKind(reports, { kpi, where: parsed.where, options });
  return { measured, answer: await measure(reports, measured, lastWeek, locale) };
}

export function presentText({ measured, answer }: Present, { locale, zone }: Asker): string {
  const values = {
    kpi: measuredTitle(measured, locale),
    period: answer === null ? "" : periodTitle(answer.period, locale),
    asOf: asOfText(answer?.freshness ?? [], locale, zone),
  };
  return answer === null || answer.value === null
    ? say(locale, (t) => t.goals.presentNone, values)
    : say(locale, (t) => t.goals.present, {
        ...values,
        value: formatQuantity(answer.value, answer.unit, locale, answer),
        sample: sampleText(answer, locale),
      });
}
