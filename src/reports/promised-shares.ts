import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { valueOf, type Sums } from "../kpis/evaluate.ts";
import { sumOf } from "../kpis/inputs.ts";
import type { Promised } from "../kpis/kpi.ts";
import type { Window } from "../periods/period.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import type { Remark } from "./answer.ts";
import type { Plan } from "./plan.ts";
import { inForce, promisesHeld } from "./promises-held.ts";

interface Attained {
  readonly name: string;
  readonly kept: number;
  readonly due: number;
  /** Null where it was not one and the same over the whole period. */
  readonly share: number | null;
}

/** The rules of which any promise fell due, in the order of the configuration. */
const attainedIn = ({ formula }: Plan, measured: Sums, period: Window): readonly Attained[] =>
  (formula.promises ?? [])
    .map((rule) => ({
      name: rule.name,
      kept: valueOf(sumOf(rule.kept), measured),
      due: valueOf(sumOf(rule.kept, rule.broken), measured),
      share: shareIn(rule, period),
    }))
    .filter(({ due }) => due > 0);

function shareIn({ shares }: Promised, period: Window): number | null {
  const promised = inForce(shares, period).map(({ share }) => share);
  const [first = null] = promised;
  return promised.every((each) => each === first) ? first : null;
}

/** The share promised where all promises behind the figure are of rules that promise the same. */
export function promisedShare(plan: Plan, measured: Sums, period: Window): number | null {
  const [first, ...others] = attainedIn(plan, measured, period);
  if (first === undefined || promisesHeld(plan, measured, period)?.own !== 0) return null;
  return others.every(({ share }) => share === first.share) ? first.share : null;
}

/** What each rule came to beside what it promised, where the figure is not of one alone. */
export function promiseRemarks(
  plan: Plan,
  measured: Sums,
  period: Window,
  locale: Locale,
): readonly Remark[] {
  const attained = attainedIn(plan, measured, period);
  if (attained.length < 2 && promisesHeld(plan, measured, period)?.own === 0) return [];
  return attained.map(({ name, kept, due, share }) => {
    const values = {
      name,
      value: formatQuantity((100 * kept) / due, "percent", locale, { sample: due }),
      count: due,
    };
    const text =
      share === null
        ? say(locale, (t) => t.promises.changed, values)
        : say(locale, (t) => t.promises.each, {
            ...values,
            share: formatQuantity(share, "percent", locale),
          });
    return { code: "promise", text };
  });
}

/** What each rule in force at an instant promises. */
export const sharesAt = ({ formula }: Plan, now: Date) =>
  (formula.promises ?? []).flatMap(({ name, shares }) => {
    const { share } = shares.findLast(({ from }) => from === null || from <= now) ?? {};
    return share === undefined ? [] : [{ name, share }];
  });
