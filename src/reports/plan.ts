import type { KindId } from "../kinds/index.ts";
import { inputsOf } from "../kpis/evaluate.ts";
import { kpiById, type KpiId } from "../kpis/index.ts";
import type { Input, RecordKindId } from "../kpis/inputs.ts";
import type { Kpi, Measure, SlaPolicy } from "../kpis/kpi.ts";
import type { Unit } from "../quantities/unit.ts";
import { optionsInForce, type Options, type OptionValue } from "../kpis/options.ts";
import {
  leftOutOf,
  withoutSilent,
  type LeftOut,
  type SilentSources,
} from "../kpis/without-silent.ts";
import type { Benchmark } from "./benchmark.ts";

/** What the configuration says about KPIs. */
export interface ReportSettings {
  readonly options: Readonly<
    Record<string, Readonly<Record<string, OptionValue | undefined>> | undefined>
  >;
  /** In the KPI's unit, for all or by channel. */
  readonly targets: Readonly<Record<string, number | Readonly<Record<string, number>> | undefined>>;
  readonly benchmarks: Readonly<Record<string, Benchmark | undefined>>;
  readonly sla: readonly SlaPolicy[];
  /** ISO 4217. */
  readonly currency: string;
  /** Left out: every source tells all there is to tell. */
  readonly silent?: SilentSources;
}

/** A KPI with every option decided. */
export interface Plan {
  readonly id: KpiId;
  readonly kpi: Kpi;
  readonly options: Options;
  readonly formula: Measure;
  /** Sources that do not tell what the figure needs: none of their records is in the formula. */
  readonly leftOut: readonly LeftOut[];
  readonly unit: Unit;
  readonly better: Kpi["better"];
}

export function planFor(
  id: KpiId,
  said: Readonly<Record<string, OptionValue>>,
  settings: ReportSettings,
): Plan {
  const kpi = kpiById(id);
  const options = optionsInForce(kpi.options, said, settings.options[id]);
  const { silent } = settings;
  const measure = kpi.measure(options, settings);
  const formula = silent === undefined ? measure : withoutSilent(measure, silent);
  const leftOut = silent === undefined ? [] : leftOutOf(measure, silent);
  const { unit = kpi.unit, better = kpi.better } = formula;
  return { id, kpi, options, formula, leftOut, unit, better };
}

/** What there is to measure with: kinds that hold records, and inputs that come ready-made. */
export interface Held {
  readonly kinds: ReadonlySet<KindId>;
  readonly readyMade: ReadonlySet<string>;
}

/** The kinds a person must choose between: several could answer and neither words nor configuration say. */
export function kindsToChoose(
  id: KpiId,
  said: Readonly<Record<string, OptionValue>>,
  settings: ReportSettings,
  held: Held,
): readonly RecordKindId[] {
  if (isKindDecided(id, said, settings)) return [];
  const able = kindsAble(id, said, settings, held);
  return able.length > 1 ? able : [];
}

/** Says the kind where only one of several can answer, so that nobody needs to be asked. */
export function withKind(
  id: KpiId,
  said: Readonly<Record<string, OptionValue>>,
  settings: ReportSettings,
  held: Held,
): Readonly<Record<string, OptionValue>> {
  if (isKindDecided(id, said, settings)) return said;
  const [kind] = kindsAble(id, said, settings, held);
  return kind === undefined ? said : { ...said, kind };
}

const isKindDecided = (
  id: KpiId,
  said: Readonly<Record<string, OptionValue>>,
  settings: ReportSettings,
): boolean =>
  kpiById(id).options["kind"] === undefined ||
  said["kind"] !== undefined ||
  settings.options[id]?.["kind"] !== undefined;

const kindsAble = (
  id: KpiId,
  said: Readonly<Record<string, OptionValue>>,
  settings: ReportSettings,
  held: Held,
): readonly RecordKindId[] =>
  kpiById(id).kinds.filter((kind) => {
    const { formula } = planFor(id, { ...said, kind }, settings);
    return inputsOf(formula).some((input) => input.kind === kind && isDelivered(input, held));
  });

const isDelivered = ({ id, kind }: Input, { kinds, readyMade }: Held): boolean =>
  kinds.has(kind) || readyMade.has(id);

/** Whether of each kind that the KPI is made of anything was ever delivered. */
export function canAnswer({ formula }: Plan, held: Held): boolean {
  const inputs = inputsOf(formula);
  const delivered = inputs.filter((input) => isDelivered(input, held));
  return inputs.every(({ kind }) => delivered.some((each) => each.kind === kind));
}
