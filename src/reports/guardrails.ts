import { isKpiId, kpiById } from "../kpis/index.ts";
import { inputsOf } from "../kpis/evaluate.ts";
import type { Filters } from "../kpis/where.ts";
import type { Window } from "../periods/period.ts";
import type { GuardrailCheck } from "./answer.ts";
import { canAnswer, planFor, withKind, type Plan, type ReportSettings } from "./plan.ts";
import type { Session } from "./session.ts";
import { verdictOf } from "./verdict.ts";

/**
 * The KPIs that must not get worse meanwhile, over the same records and periods. What nothing can
 * answer here is shown as no data: a figure that wants watching should not look as if it were.
 */
export async function checkGuardrails(
  { kpi, formula }: Plan,
  asked: { readonly period: Window; readonly before: Window; readonly where: Filters },
  session: Session,
  settings: ReportSettings,
): Promise<readonly GuardrailCheck[]> {
  const own = inputsOf(formula).find(({ kind }) => kpi.kinds.includes(kind));
  // Asked about tickets, what happens to calls guards nothing.
  const rivals = kpi.kinds.filter((kind) => kind !== own?.kind);
  const checks = kpi.guardrails.filter(isKpiId).map(async (id) => {
    const guard = kpiById(id);
    if (guard.fewest !== undefined && asked.where.agent !== undefined) return [];
    const ownKind = guard.kinds.find((kind) => kind === own?.kind);
    const said =
      ownKind === undefined || guard.options["kind"] === undefined ? {} : { kind: ownKind };
    const plan = planFor(id, withKind(id, said, settings, session.held), settings);
    if (inputsOf(plan.formula).every(({ kind }) => rivals.includes(kind))) return [];
    const unknown = { kpi: id, value: null, unit: plan.unit, verdict: null };
    if (!canAnswer(plan, session.held)) return [unknown];
    const windows = [asked.period, asked.before];
    const [now, before] = await session.readings(plan, windows, asked.where);
    if (now === undefined || before === undefined) return [unknown];
    return [{ kpi: id, value: now.value, unit: plan.unit, verdict: verdictOf(plan, now, before) }];
  });
  return (await Promise.all(checks)).flat();
}
