import { kpiById, type KpiId } from "../../../src/kpis/index.ts";
import type { Kpi } from "../../../src/kpis/kpi.ts";
import { type OptionSpec, type OptionValue, optionsInForce } from "../../../src/kpis/options.ts";

export interface Asking {
  readonly kpi: KpiId;
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** All choices, and of the others the usual value and some beside it. */
export function valuesOf(spec: OptionSpec): readonly OptionValue[] {
  switch (spec.type) {
    case "choice":
      return spec.values;
    case "duration":
      // A few seconds may be switched off; nobody promises an answer after none.
      return [spec.seconds, spec.seconds < 10 ? 5 - spec.seconds : spec.seconds / 2];
    case "days":
      return [spec.days, 1, spec.most];
    case "shares":
      return [{ EMAIL: 62.5, phone: 12.5, fax: 25 }];
    case "scores":
      return [spec.scores, { 4: [4], 5: [3, 4, 5] }];
  }
}

/** A KPI with every combination of the values of its options. */
export function everyQuestion(id: KpiId): readonly Asking[] {
  const { options: specs, notAbove }: Kpi = kpiById(id);
  const [low = "", high = ""] = notAbove ?? [];
  let all: Record<string, OptionValue>[] = [{}];
  for (const [name, spec] of Object.entries(specs)) {
    all = all.flatMap((said) => valuesOf(spec).map((value) => ({ ...said, [name]: value })));
  }
  return all
    .filter((said) => Number(said[low] ?? 0) <= Number(said[high] ?? 0))
    .map((options) => ({ kpi: id, options: optionsInForce(specs, options) }));
}

/** What a question asks for, a word for each of its options. */
export const namesOf = ({ kpi, options }: Asking): readonly string[] => [
  kpi,
  ...Object.entries(options).map(([name, value]) => `${kpi} ${name}:${JSON.stringify(value)}`),
];
