import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { costShared } from "../kpis/inputs-money.ts";
import type { Window } from "../periods/period.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import type { Remark } from "./answer.ts";
import { rowOf, type Measuring } from "./measuring.ts";
import type { Plan, ReportSettings } from "./plan.ts";
import type { Question } from "./question.ts";

/** kpis.md C15: told by channel, costs of all of them stand nowhere until somebody says how they are spread. */
export async function sharedCostRemarks(
  { by, where }: Question,
  plan: Plan,
  period: Window,
  measuring: Measuring,
  { currency }: Pick<ReportSettings, "currency">,
  locale: Locale,
): Promise<readonly Remark[]> {
  const isByChannel = by.includes("channel") || where.channel !== undefined;
  if (plan.options["shared"] !== "apart" || !isByChannel) return [];
  const { channel: _, ...others } = where;
  const needs = { inputs: [costShared], percentiles: [] };
  const rows = await measuring({ needs, windows: [period], where: others });
  const shared = rowOf(rows, 0).sums.get(costShared.id) ?? 0;
  if (shared === 0) return [];
  const amount = formatQuantity(shared, "money", locale, { sample: 0, currency });
  return [
    { code: "shared_costs", text: say(locale, (t) => t.reports.warning.shared_costs, { amount }) },
  ];
}
