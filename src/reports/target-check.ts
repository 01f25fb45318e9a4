import { inputsOf } from "../kpis/evaluate.ts";
import type { Measure } from "../kpis/kpi.ts";
import { foldValue } from "../kpis/same-value.ts";
import type { Filters } from "../kpis/where.ts";
import type { TargetCheck } from "./answer.ts";
import { type Plan, planFor, type ReportSettings } from "./plan.ts";
import { isTooFew } from "./verdict.ts";

type Target = number | Readonly<Record<string, number>>;

/**
 * The value against what was promised: the configuration's figure, else the share that the rules of
 * `sla:` promised or, failing both, the source's.
 */
export function targetCheck(
  plan: Plan,
  { value, sample }: { readonly value: number | null; readonly sample: number },
  where: Filters,
  settings: ReportSettings,
  promised: number | null,
): TargetCheck | null {
  const { id, kpi, unit, better } = plan;
  // An option can change what is measured: a percentage is no target for a mean score, nor what may
  // be lost for what must be left.
  if (unit !== kpi.unit || better !== kpi.better || isOnOtherClock(plan, settings)) return null;
  if (isOfOtherRecords(plan, settings)) return null;
  const configured = settings.targets[id] ?? promised;
  const goal = targetFor(configured ?? usualTarget(plan), where);
  if (goal === null) return null;
  const from = configured === null ? "default" : "config";
  const gap = value === null ? null : value - goal;
  if (gap === null || kpi.better === "neutral" || isTooFew(plan, sample))
    return { value: goal, from, gap, verdict: null };
  const isMet = kpi.better === "higher" ? gap >= 0 : gap <= 0;
  return { value: goal, from, gap, verdict: isMet ? "met" : "missed" };
}

const kindsOf = (measure: Measure) => inputsOf(measure).map(({ kind }) => kind);

/** What calls aim at is no target for notices, unless the configuration counts those. */
function isOfOtherRecords({ id, kpi, formula }: Plan, settings: ReportSettings): boolean {
  const own = kindsOf(formula);
  if (own.some((kind) => kpi.kinds.includes(kind))) return false;
  const usual = kindsOf(planFor(id, {}, settings).formula);
  return own.every((kind) => !usual.includes(kind));
}

/** Hours around the clock are no target for hours of work. */
const isOnOtherClock = ({ id, options }: Plan, settings: ReportSettings): boolean =>
  options["clock"] !== undefined &&
  options["clock"] !== (settings.options[id]?.["clock"] ?? "calendar");

/** The sources' own examples of promises are no target where there are promises of one's own. */
const usualTarget = ({ kpi, formula }: Plan): Target | null =>
  (formula.promises ?? []).length > 0 ? null : kpi.target;

/** What one channel promised; a target for all of them stands above the table. */
export function ownTarget(
  plan: Plan,
  channel: string | null | undefined,
  settings: ReportSettings,
): { readonly target?: number } {
  const target = settings.targets[plan.id] ?? usualTarget(plan);
  if (typeof channel !== "string" || typeof target !== "object") return {};
  const check = targetCheck(
    plan,
    { value: null, sample: 0 },
    { channel: { in: [channel] } },
    settings,
    null,
  );
  return check === null ? {} : { target: check.value };
}

/** A target by channel holds where the question is about channels that share it. */
function targetFor(target: Target | null, where: Filters): number | null {
  if (target === null || typeof target === "number") return target;
  const channel = where.channel;
  if (channel === undefined || !("in" in channel)) return null;
  const byChannel = new Map(
    Object.entries(target).map(([name, value]) => [foldValue(name), value]),
  );
  const [first, ...others] = channel.in.map((name) => byChannel.get(foldValue(name)));
  return first !== undefined && others.every((each) => each === first) ? first : null;
}
