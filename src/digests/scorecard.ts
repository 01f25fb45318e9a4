import { kpiTitle } from "../blocks/answer-texts.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { formatNumber } from "../quantities/format-number.ts";
import { formatChange, formatQuantity } from "../quantities/format-quantity.ts";
import type { Answer } from "../reports/answer.ts";
import { statusOf, storyOf } from "./choose.ts";
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
  };
}

export const scorecardColumns = (locale: Locale): ComposedDigest["columns"] => ({
  kpi: say(locale, (t) => t.digests.columns.kpi),
  value: say(locale, (t) => t.digests.columns.value),
  target: say(locale, (t) => t.digests.columns.target),
  change: say(locale, (t) => t.digests.columns.change),
  status: say(locale, (t) => t.digests.columns.status),
  sample: say(locale, (t) => t.digests.columns.sample),
});

/** The one sentence that matters most; `answers` are in order of importance. */
export function headlineOf(answers: readonly Answer[], period: string, locale: Locale): string {
  const [first] = answers;
  const story = first === undefined ? "noData" : storyOf(first);
  if (first === undefined || story === "noData" || story === "notCurrent") {
    const said = story === "notCurrent" ? "notCurrent" : "noData";
    return say(locale, (t) => t.digests.headline[said], { period });
  }
  if (story === "steady") {
    const targets = answers.flatMap(({ target }) => target?.verdict ?? []);
    const isMet = targets.length > 0 && targets.every((verdict) => verdict === "met");
    return say(locale, (t) => t.digests.headline[isMet ? "steadyAndMet" : "steady"]);
  }
  const row = scorecardRow(first, kpiTitle(first.kpi, locale), locale);
  return say(locale, (t) => t.digests.headline[story], {
    kpi: row.title,
    value: row.valueText,
    change: row.changeText,
    target: row.targetText,
  });
}
