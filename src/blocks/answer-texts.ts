import { aside } from "../i18n/aside.ts";
import { dateFormat, numberFormat } from "../i18n/formats.ts";
import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { isKpiId, kpiById } from "../kpis/index.ts";
import type { Unit } from "../quantities/unit.ts";
import type { Filters } from "../kpis/where.ts";
import { segments, type Segment } from "../kinds/kind.ts";
import { comparisonTitle, periodTitle } from "../periods/period-title.ts";
import { formatDuration } from "../quantities/format-duration.ts";
import { formatChange, formatQuantity } from "../quantities/format-quantity.ts";
import type { Answer, Freshness, GuardrailCheck } from "../reports/answer.ts";

/** A KPI's title; the id itself for one that is no longer on the shelf. */
export const kpiTitle = (id: string, locale: Locale): string =>
  isKpiId(id) ? kpiById(id).title[locale] : id;

/** `+1.2 pp, better`: what is known, with the comma of the language. */
export const clauses = (texts: readonly (string | null)[], locale: Locale): string =>
  texts
    .filter((text) => text !== null)
    .reduce((first, second) => say(locale, (t) => t.answers.clauses, { first, second }));

/** `Target: 80 %` */
export const labelled = (label: string, text: string, locale: Locale): string =>
  say(locale, (t) => t.answers.labelled, { label, text });

export const segmentTitle = (segment: Segment, locale: Locale): string =>
  say(locale, (t) => t.answers.segments[segment]);

/** `First contact resolution · 9–15 November 2026` */
export const headline = (answer: Answer, locale: Locale): string =>
  say(locale, (t) => t.answers.headline, {
    kpi: kpiTitle(answer.kpi, locale),
    period: periodTitle(answer.period, locale),
  });

/** `Compared with 2–8 Nov 2026`; null where there is no earlier period to speak of. */
export const comparisonLabel = ({ comparison, period }: Answer, locale: Locale): string | null =>
  comparison === null ? null : capital(comparisonTitle(comparison.period, period, locale), locale);

export const capital = (text: string, locale: Locale): string =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

export const valueText = (answer: Answer, locale: Locale): string =>
  answer.value === null
    ? say(locale, (t) => t.answers.noData)
    : formatQuantity(answer.value, answer.unit, locale, answer);

/** What the value stands on: `65 of 91` for a share, `from 91 records` else. */
export function sampleText(
  { numerator, denominator, sample, unit }: Answer,
  locale: Locale,
): string {
  // A share of time would be written in seconds.
  const isCounted = numerator !== null && denominator !== null && denominator === sample;
  return unit === "percent" && isCounted
    ? say(locale, (t) => t.answers.outOf, { part: numerator, whole: denominator })
    : say(locale, (t) => t.answers.sample, { count: sample });
}

/** `+1.2 pp, better`; null where there is no earlier period to speak of. */
export function comparisonText(
  { comparison, unit, sample, currency }: Answer,
  locale: Locale,
): string | null {
  if (comparison === null) return null;
  if (comparison.change === null) return say(locale, (t) => t.answers.nothingBefore);
  return clauses(
    [
      formatChange(comparison.change, unit, locale, { sample, currency }),
      verdictText(comparison.verdict, locale),
    ],
    locale,
  );
}

function verdictText(verdict: GuardrailCheck["verdict"], locale: Locale): string | null {
  return verdict === null ? null : say(locale, (t) => t.answers[verdict]);
}

/** Of a figure whose change is not shown. */
export const guardrailVerdictText = ({ verdict }: GuardrailCheck, locale: Locale): string | null =>
  verdict === "noise" ? say(locale, (t) => t.answers.noClearChange) : verdictText(verdict, locale);

/** `80 %: missed, −8.6 pp from target` */
export function targetText(
  { target, unit, sample, currency }: Answer,
  locale: Locale,
): string | null {
  if (target === null) return null;
  const { verdict, gap } = target;
  const words = [
    ...(verdict === null ? [] : [say(locale, (t) => t.answers[verdict])]),
    ...(gap === null
      ? []
      : [
          say(locale, (t) => t.answers.gap, {
            change: formatChange(gap, unit, locale, { sample, currency }),
          }),
        ]),
  ];
  const value = formatQuantity(target.value, unit, locale, { currency });
  return words.length === 0 ? value : labelled(value, clauses(words, locale), locale);
}

/** `mean 5 h · median 3 h`: what stands beside the value, and not the value again. */
export function variantsText(
  { kpi, variants, unit, value, currency }: Answer,
  locale: Locale,
): string | null {
  const known = Object.entries(variants).flatMap(([name, figure]) => {
    const own = variantUnit(name, unit, kpiById(kpi).unit);
    // A share of what took no longer than a limit is told with its limit, even if it leads.
    const isValue = figure === value && own === unit && limitIn(name) === null;
    return figure === null || isValue
      ? []
      : [variantText(name, formatQuantity(figure, own, locale, { currency }), locale)];
  });
  return known.length === 0 ? null : known.join(" · ");
}

/** A satisfaction in percent has a mean on its survey's scale beside it; durations stay durations. */
function variantUnit(name: string, unit: Unit, usual: Unit): Unit {
  if (limitIn(name) !== null) return "percent";
  if (usual === "seconds") return usual;
  switch (name) {
    case "share":
      return "percent";
    case "index":
      return "points";
    case "mean":
      return "score";
    default:
      return unit;
  }
}

/** `within_60s` and `over_60s`: shares by a limit. */
const limitIn = (name: string) =>
  /^(?<side>within|over)_(?<seconds>\d+)s$/u.exec(name)?.groups ?? null;

function variantText(name: string, value: string, locale: Locale): string {
  const limit = limitIn(name);
  if (limit !== null) {
    const time = formatDuration(Number(limit["seconds"]), locale);
    return say(locale, (t) => (limit["side"] === "over" ? t.answers.over : t.answers.within), {
      time,
      value,
    });
  }
  switch (name) {
    case "mean":
    case "median":
    case "p90":
    case "index":
      return say(locale, (t) => t.answers[name], { value });
    case "share":
      return say(locale, (t) => t.answers.shareOnScale, { value });
    default:
      return say(locale, (t) => t.answers.variant, { name: name.replaceAll("_", " "), value });
  }
}

/** Figures in one column are written alike, with the decimals that the smallest sample bears. */
export const leastSample = (
  figures: readonly { readonly value: number | null; readonly sample: number }[],
): number =>
  figures.reduce(
    (least, { value, sample }) => (value === null ? least : Math.min(least, sample)),
    Infinity,
  );

export function intervalText(
  { interval, unit, sample, currency }: Answer,
  locale: Locale,
): string | null {
  if (interval === null) return null;
  return say(locale, (t) => t.answers.intervalLine, {
    low: formatQuantity(interval.low, unit, locale, { sample, currency }),
    high: formatQuantity(interval.high, unit, locale, { sample, currency }),
    level: numberFormat(locale, { style: "percent" }).format(interval.level),
  });
}

/** One line for each filter: `Only channel: email, chat`. */
export function filterTexts(where: Filters, locale: Locale): string[] {
  return segmentsOf(where).flatMap(([segment, filter]) => {
    const wanted = "in" in filter;
    return say(locale, (t) => (wanted ? t.answers.onlyWhere : t.answers.notWhere), {
      segment: segmentTitle(segment, locale),
      values: listed(wanted ? filter.in : filter.not_in, locale),
    });
  });
}

const segmentsOf = (where: Filters) =>
  segments.flatMap((segment) => {
    const filter = where[segment];
    return filter === undefined ? [] : [[segment, filter] as const];
  });

/** Dates as period titles have them: the day before the month in English too. */
export const dateTag = (locale: Locale): string => (locale === "en" ? "en-GB" : locale);

/** How far a source's data reaches, in the reader's own zone. */
export function freshnessText(
  { source, asOf, state }: Freshness,
  locale: Locale,
  zone: string,
): string {
  if (asOf === null) return say(locale, (t) => t.answers.neverRead, { source });
  const time = dateFormat(dateTag(locale), {
    dateStyle: "medium",
    timeStyle: "short",
    hourCycle: "h23",
    timeZone: zone,
  }).format(asOf);
  const text = { fresh: "asOf", late: "late", stale: "stale" } as const;
  return say(locale, (t) => t.answers[text[state]], { source, time: aside(time, zone, locale) });
}
