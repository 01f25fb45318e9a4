import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import type { KpiId } from "../kpis/index.ts";
import type { Filters } from "../kpis/where.ts";
import type { Window } from "../periods/period.ts";
import { formatNumber } from "../quantities/format-number.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import type { Remark } from "./answer.ts";
import { canAnswer, planFor, type Plan, type ReportSettings } from "./plan.ts";
import type { Session } from "./session.ts";

const pair = ["customer_churn_rate", "revenue_churn_rate"] as const satisfies readonly KpiId[];

/** Between them both kinds of churn are alike (kpis.md, section 8). */
const even = { from: 0.9, to: 1.1 } as const;

/** S0: customers lost and revenue lost say together whether the large or the small ones leave. */
export async function compareChurn(
  { id }: Plan,
  asked: { readonly period: Window; readonly where: Filters; readonly locale: Locale },
  session: Session,
  settings: ReportSettings,
): Promise<readonly Remark[]> {
  if (!pair.some((each) => each === id)) return [];
  // What is lost on either side, whatever the person wants to see of it.
  const plans = pair.map((each) => planFor(each, { variant: "gross" }, settings));
  if (!plans.every((plan) => canAnswer(plan, session.held))) return [];
  const [customers, revenue] = await Promise.all(
    plans.map(async (plan) => {
      const [reading] = await session.readings(plan, [asked.period], asked.where);
      return reading?.value ?? null;
    }),
  );
  // Where no customer left, nobody can say how large those were.
  if (typeof customers !== "number" || typeof revenue !== "number" || customers === 0) return [];
  const ratio = revenue / customers;
  const code = codeOf(ratio);
  const { locale } = asked;
  const text = say(locale, texts[code], {
    ratio: formatNumber(ratio, locale, { least: 1, most: 1 }),
    customers: formatQuantity(customers, "percent", locale),
    revenue: formatQuantity(revenue, "percent", locale),
  });
  return [{ code, text }];
}

function codeOf(ratio: number): keyof typeof texts {
  if (ratio > even.to) return "large_customers_leave";
  return ratio < even.from ? "small_customers_leave" : "even_churn";
}

const texts = {
  large_customers_leave: (t) => t.reports.churn.large_customers_leave,
  small_customers_leave: (t) => t.reports.churn.small_customers_leave,
  even_churn: (t) => t.reports.churn.even,
} as const satisfies Readonly<Record<string, Parameters<typeof say>[1]>>;
