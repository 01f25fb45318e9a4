import type { Range } from "../goals/ambition.ts";
import { rangeOf, type BlockCode, type Finding, type GoalIdea } from "../goals/smart.ts";
import { sayDay } from "../src/digests/say-when.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import { addDays } from "../src/periods/local-day.ts";
import type { LocalDay } from "../src/periods/period.ts";
import { formatQuantity } from "../src/quantities/format-quantity.ts";
import { targetExample } from "./goal-fields.ts";
import type { AimFault } from "./goal-series.ts";
import { targetFault } from "./target-fault.ts";

/** The first thing that is wrong with each field. */
export function goalErrors(
  findings: readonly Finding[],
  idea: GoalIdea,
  typed: number | AimFault,
  today: LocalDay,
  locale: Locale,
): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const { severity, code, field } of findings) {
    if (severity !== "block") continue;
    errors[field] ??=
      code === "target_missing" && typeof typed !== "number"
        ? targetFault(typed, idea.kpi, locale)
        : blockText(code, idea, today, locale);
  }
  return errors;
}

function blockText(code: BlockCode, idea: GoalIdea, today: LocalDay, locale: Locale): string {
  const { unit } = idea.kpi;
  const show = (value: number) => formatQuantity(value, unit, locale);
  const { low, high } = idea.range ?? rangeOf(unit);
  const isDate = code === "deadline_missing";
  return say(locale, textFor(code, { low, high }), {
    example: isDate ? addDays(today, 91) : targetExample(unit, locale),
    target: idea.target === null ? "" : show(idea.target),
    baseline: idea.baseline === null ? "" : show(idea.baseline.value),
    low: show(low),
    high: show(high),
    today: sayDay(today, locale),
    reason: idea.undelivered ?? "",
  });
}

function textFor(code: BlockCode, { low, high }: Range): Parameters<typeof say>[1] {
  if (
    code === "not_delivered" ||
    code === "checkpoint_missing" ||
    code === "survey_frequency_missing"
  ) {
    return (t) => t.goalRules.blocks[code];
  }
  if (code !== "target_out_of_range") return (t) => t.goals.errors[code];
  if (!Number.isFinite(low)) return (t) => t.goalRules.blocks.above_end;
  return (t) => t.goals.errors[Number.isFinite(high) ? code : "target_below_zero"];
}
