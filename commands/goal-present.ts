import { targetAtBest } from "../goals/alternative.ts";
import { gainsOver, weeksUntil, type Gains } from "../goals/gains.ts";
import type { Goal } from "../goals/goal.ts";
import { scaleOf } from "../goals/scale.ts";
import { rangeOf } from "../goals/smart.ts";
import { sampleText } from "../src/blocks/answer-texts.ts";
import { sparkline } from "../src/charts/sparkline.ts";
import { asOfText } from "../src/digests/goal-cards.ts";
import {
  lastWeek,
  measure,
  measuredTitle,
  settleKind,
  type Measured,
} from "../src/digests/measure.ts";
import { sayDay } from "../src/digests/say-when.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import { sentences } from "../src/i18n/sentences.ts";
import { kpiById, type KpiId } from "../src/kpis/index.ts";
import { isLocalDay, localDay } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";
import { periodTitle } from "../src/periods/period-title.ts";
import { formatQuantity } from "../src/quantities/format-quantity.ts";
import type { Answer } from "../src/reports/answer.ts";
import type { Asker, FormValues } from "./command.ts";
import type { Desk } from "./desk.ts";
import { gainsText } from "./goal-advice.ts";
import { parseOnlyFor } from "./only-for.ts";
import { historyOf, weeksOf, type OwnHistory } from "./own-history.ts";

/** Where the KPI stands, the last whole week, and how it stood before. */
export interface Present {
  readonly measured: Measured;
  readonly answer: Answer | null;
  readonly history: OwnHistory | null;
}

/** Null where the words after "only for" say nothing that can be measured. */
export async function presentValue(
  kpi: KpiId,
  onlyFor: string | null,
  locale: Locale,
  desk: Desk,
): Promise<Present | null> {
  const parsed = parseOnlyFor(kpi, onlyFor);
  if (parsed === null) return null;
  const { reports } = desk;
  const { stat, within } = await reports.optionsInForce(kpi, parsed.options);
  const isShare = stat === "share" && typeof within === "number";
  // Kept with the goal: its target means what it means today, whatever is configured tomorrow.
  const options = {
    ...parsed.options,
    ...(typeof stat === "string" && { stat }),
    ...(isShare && { within }),
  };
  const measured = await settleKind(reports, { kpi, where: parsed.where, options });
  return presentOf(measured, locale, desk);
}

/** The same of what is measured already: a goal that is edited. */
export async function presentOf(measured: Measured, locale: Locale, desk: Desk): Promise<Present> {
  const [answer, weeks] = await Promise.all([
    measure(desk.reports, measured, lastWeek, locale),
    weeksOf(measured, desk),
  ]);
  const { zone } = desk.periods;
  return { measured, answer, history: answer && historyOf(weeks, answer.freshness, zone) };
}

/** How far the team has come before in about the time until the deadline. */
export const gainsBy = (
  { history }: Present,
  towards: Goal["towards"],
  { today, deadline }: Until,
): Gains | null =>
  gainsOver(history?.weeks ?? [], deadline === null ? null : weeksUntil(today, deadline), towards);

/** Until when, seen from today: the time that gains are looked for in. */
export interface Until {
  readonly today: LocalDay;
  readonly deadline: LocalDay | null;
}

export const untilOf = ({ deadline = null }: FormValues, { clock, periods }: Desk): Until => ({
  today: localDay(clock.now(), periods.zone),
  deadline: deadline !== null && isLocalDay(deadline) ? deadline : null,
});

/** What to know before a target is named: the value now, the weeks before, what was reached in them. */
export const presentTexts = (
  present: Present,
  until: Until,
  { locale, zone }: Asker,
): readonly string[] => [
  presentText(present, locale, zone),
  ...(present.answer?.reason ? [present.answer.reason.text] : []),
  ...historyTexts(present, until, locale),
];

function presentText({ measured, answer }: Present, locale: Locale, zone: string): string {
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

const shownWeeks = 12;

function historyTexts(present: Present, until: Until, locale: Locale): readonly string[] {
  const { answer, history } = present;
  const recent = history?.weeks.slice(-shownWeeks) ?? [];
  const known = recent.filter((value) => value !== null);
  if (answer === null || history === null || known.length < 2) return [];
  const show = (value: number) => formatQuantity(value, answer.unit, locale, answer);
  const line = say(locale, (t) => t.goalRules.recent, {
    count: recent.length,
    line: sparkline(recent),
    low: show(Math.min(...known)),
    high: show(Math.max(...known)),
  });
  return [sentences([line, ...reachedTexts(present, history, answer, until, locale)], locale)];
}

/** Of a KPI that is neither better high nor low nobody knows yet what would be a gain. */
function reachedTexts(
  present: Present,
  history: OwnHistory,
  { kpi, value, unit, currency, ends }: Answer,
  until: Until,
  locale: Locale,
): readonly string[] {
  const { better } = scaleOf(kpiById(kpi), present.measured.options);
  const towards: Goal["towards"] = better === "higher" ? "up" : "down";
  const gains = better === "neutral" ? null : gainsBy(present, towards, until);
  if (gains === null) return [];
  const told = gainsText(gains, history, { unit, currency }, locale);
  const { today, deadline } = until;
  const course =
    value === null || deadline === null
      ? null
      : { unit, baseline: value, towards, today, deadline };
  const target = course === null ? null : targetAtBest(course, gains, rangeOf(unit, ends));
  if (target === null || deadline === null) return [told];
  return [
    told,
    say(locale, (t) => t.goalRules.atBest, {
      target: formatQuantity(target, unit, locale, { currency }),
      deadline: sayDay(deadline, locale),
    }),
  ];
}
