import { kpiTitle, labelled } from "../blocks/answer-texts.ts";
import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { formatNumber } from "../quantities/format-number.ts";
import { formatChange, formatQuantity } from "../quantities/format-quantity.ts";
import type { Answer } from "../reports/answer.ts";
import { statusOf } from "./choose.ts";
import type { ComposedDigest, ScorecardRow } from "./digest.ts";

const nothing = "–";

export function scorecardRow(answer: Answer, title: string, locale: Locale): ScorecardRow {
  const { unit, value, sample, currency } = answer;
  const target = answer.target?.value ?? null;
  const change = answer.comparison?.change ?? null;
  const status = statusOf(answer);
  return {
    kpi: answer.kpi,
    title,
    unit,
    value,
    valueText: value === null ? nothing : formatQuantity(value, unit, locale, { sample, currency }),
    target,
    targetText: target === null ? nothing : formatQuantity(target, unit, locale, { currency }),
    change,
    changeText:
      change === null ? nothing : formatChange(change, unit, locale, { sample, currency }),
    status,
    statusText: say(locale, (t) => t.digests.status[status]),
    sample,
    sampleText: formatNumber(sample, locale, { least: 0, most: 0 }),
    guardrailsText: guardrailsText(answer, locale),
  };
}

/** `CSAT 88 %: worse; AHT 5 min`: what must not get worse meanwhile, so that no figure stands alone. */
const guardrailsText = ({ guardrails, currency }: Answer, locale: Locale): string =>
  listed(
    guardrails.map(({ kpi, value, unit, verdict }) => {
      const figure = value === null ? nothing : formatQuantity(value, unit, locale, { currency });
      const named = `${kpiTitle(kpi, locale)} ${figure}`;
      return verdict === "better" || verdict === "worse"
        ? labelled(
            named,
            say(locale, (t) => t.answers[verdict]),
            locale,
          )
        : named;
    }),
    locale,
    "long",
  );

export const scorecardColumns = (locale: Locale): ComposedDigest["columns"] => ({
  kpi: say(locale, (t) => t.digests.columns.kpi),
  value: say(locale, (t) => t.digests.columns.value),
  target: say(locale, (t) => t.digests.columns.target),
  change: say(locale, (t) => t.digests.columns.change),
  status: say(locale, (t) => t.digests.columns.status),
  sample: say(locale, (t) => t.digests.columns.sample),
  guardrails: say(locale, (t) => t.digestMore.guardrails),
});
