import { rangeOf } from "../goals/smart.ts";
import type { TargetFault } from "../goals/target.ts";
import { sayDay } from "../src/digests/say-when.ts";
import { listed } from "../src/i18n/listed.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import type { Kpi } from "../src/kpis/kpi.ts";
import { formatQuantity } from "../src/quantities/format-quantity.ts";
import type { Unit } from "../src/quantities/unit.ts";
import type { BandFault } from "./goal-band.ts";
import type { CommaFault } from "./goal-comma.ts";
import { targetExample } from "./goal-fields.ts";
import type { AimFault, SeriesFault } from "./goal-series.ts";

/** Why a target was not read, and how to write it: what could mean two things names both. */
export function targetFault(fault: AimFault, { unit }: Pick<Kpi, "unit">, locale: Locale): string {
  if (isOfForm(fault)) return formText(fault, unit, locale);
  const example = targetExample(unit, locale);
  const show = (value: number): string => formatQuantity(value, unit, locale);
  switch (fault.fault) {
    case "empty":
      return say(locale, (t) => t.goals.errors.target_missing, { example });
    case "change_of_nothing":
      return say(locale, (t) => t.goals.errors.target_change_of_nothing, { example });
    case "change_unclear":
      return changeText(fault, show, locale);
    case "fraction":
      return say(locale, (t) => t.goals.errors.target_fraction, {
        percent: show(fault.percent),
        fraction: show(fault.percent / 100),
      });
    case "ambiguous_number":
      return numberText(fault.readings, unit, locale);
    case "ambiguous_clock":
      return say(locale, (t) => t.goalCoach.target.clock, {
        first: show(fault.readings[0]),
        second: show(fault.readings[1]),
      });
    case "needs_unit":
      return say(locale, (t) => t.goalCoach.target.unit, { example });
    case "not_whole":
      return say(locale, (t) => t.goalCoach.target.whole, { example });
    case "out_of_range":
      return rangeText(fault.value, unit, locale);
    case "not_a_number":
    case "not_a_duration":
    case "too_long":
    case "wrong_unit":
      return say(locale, (t) => t.goals.errors.target_unclear, { example });
  }
}

/** `−2 %` of what can be less than nothing may be a value, too: that is written without the sign. */
function changeText(
  { relative, points, value }: Extract<AimFault, { readonly fault: "change_unclear" }>,
  show: (value: number) => string,
  locale: Locale,
): string {
  const values = { relative: show(relative), points: show(points) };
  if (value === undefined) {
    return say(locale, (t) => t.goals.errors.target_change_unclear, values);
  }
  const plain = { value: show(value), valuePlain: String(value) };
  return say(locale, (t) => t.goalCoach.target.signed, { ...values, ...plain });
}

type FormFault = SeriesFault | CommaFault | Exclude<BandFault, TargetFault>;

const isOfForm = (fault: AimFault): fault is FormFault => /^(?:series|band)_/u.test(fault.fault);

/** Of a target that is a band, or one for each month. */
function formText(fault: FormFault, unit: Unit, locale: Locale): string {
  const show = (value: number): string => formatQuantity(value, unit, locale);
  switch (fault.fault) {
    case "band_reach":
      return say(locale, (t) => t.goalCoach.target.bandReach);
    case "band_sided":
      return say(locale, (t) => t.goalCoach.target.bandSided);
    case "band_order":
      return say(locale, (t) => t.goalCoach.target.bandOrder, {
        low: show(fault.low),
        high: show(fault.high),
      });
    case "series_or_value":
      return say(locale, (t) => t.goalCoach.target.comma, {
        value: show(fault.value),
        valuePlain: String(fault.value),
        first: show(fault.first),
        second: show(fault.second),
        list: `${fault.first}, ${fault.second}`,
      });
    case "series_keep":
      return say(locale, (t) => t.goalCoach.target.seriesKeep);
    case "series_back":
      return say(locale, (t) => t.goalCoach.target.seriesBack, {
        value: show(fault.value),
        before: show(fault.before),
      });
    case "series_months":
      return say(locale, (t) => t.goalCoach.target.seriesMonths, {
        days: listed(
          fault.ends.map((day) => sayDay(day, locale)),
          locale,
        ),
      });
  }
}

/** A point or a comma may part thousands or decimals: without the marks there is one reading. */
function numberText(readings: readonly number[], unit: Unit, locale: Locale): string {
  const [first = 0, second] = readings;
  const values = {
    first: formatQuantity(first, unit, locale),
    firstPlain: String(first),
    second: formatQuantity(second ?? first, unit, locale),
    secondPlain: String(second ?? first),
  };
  return second === undefined
    ? say(locale, (t) => t.goalCoach.target.oneNumber, values)
    : say(locale, (t) => t.goalCoach.target.twoNumbers, values);
}

function rangeText(value: number, unit: Unit, locale: Locale): string {
  const { low, high } = rangeOf(unit);
  const values = {
    target: formatQuantity(value, unit, locale),
    low: formatQuantity(low, unit, locale),
    high: formatQuantity(high, unit, locale),
  };
  return high > 100
    ? say(locale, (t) => t.goals.errors.target_below_zero, values)
    : say(locale, (t) => t.goals.errors.target_out_of_range, values);
}
