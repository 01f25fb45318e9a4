import type { KindId } from "../kinds/index.ts";
import { kpiById, type KpiId } from "../kpis/index.ts";
import type { RecordKindId } from "../kpis/inputs.ts";
import type { Kpi, Measure, SlaPolicy, Unit } from "../kpis/kpi.ts";
import { optionsInForce, type Options, type OptionValue } from "../kpis/options.ts";

/** What the configuration says about KPIs. */
export interface ReportSettings {
  readonly options: Readonly<
    Record<string, Readonly<Record<string, OptionValue | undefined>> | undefined>
  >;
  /** In the KPI's unit, for all or by channel. */
  readonly targets: Readonly<Record<string, number | Readonly<Record<string, number>> | undefined>>;
  readonly sla: readonly SlaPolicy[];
}

/** A KPI with every option decided. */
export interface Plan {
  readonly id: KpiId;
  readonly kpi: Kpi;
  readonly options: Options;
  readonly formula: Measure;
  readonly unit: Unit;
}

export function planFor(
  id: KpiId,
  said: Readonly<Record<string, OptionValue>>,
  settings: ReportSettings,
): Plan {
  const kpi = kpiById(id);
  const options = optionsInForce(kpi.options, said, settings.options[id]);
  const formula = kpi.measure(options, settings);
  return { id, kpi, options, formula, unit: formula.unit ?? kpi.unit };
}

/** The kinds a person must choose between: several hold records and neither words nor configuration say. */
export function kindsToChoose(
  id: KpiId,
  said: Readonly<Record<string, OptionValue>>,
  settings: ReportSettings,
  held: ReadonlySet<KindId>,
): readonly RecordKindId[] {
  const { options, kinds } = kpiById(id);
  if (options["kind"] === undefined) return [];
  if (said["kind"] !== undefined || settings.options[id]?.["kind"] !== undefined) return [];
  const able = kinds.filter((kind) => held.has(kind));
  return able.length > 1 ? able : [];
}

/** Says the kind where only one of several holds records, so that it answers without a question. */
export function withKind(
  id: KpiId,
  said: Readonly<Record<string, OptionValue>>,
  settings: ReportSettings,
  held: ReadonlySet<KindId>,
  preferred?: RecordKindId,
): Readonly<Record<string, OptionValue>> {
  const { options, kinds } = kpiById(id);
  if (options["kind"] === undefined || said["kind"] !== undefined) return said;
  if (settings.options[id]?.["kind"] !== undefined) return said;
  const able = kinds.filter((kind) => held.has(kind));
  const kind = able.find((each) => each === preferred) ?? able[0];
  return kind === undefined ? said : { ...said, kind };
}
