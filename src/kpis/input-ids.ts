import { needsOfMeasure } from "./evaluate.ts";
import { kpis } from "./index.ts";
import { isAdditive } from "./inputs.ts";
import type { Kpi } from "./kpi.ts";
import { defaultOf, type Options } from "./options.ts";

/** Every choice of a KPI's options, with the usual durations. */
const optionSets = ({ options }: Kpi): readonly Options[] =>
  Object.entries(options).reduce<readonly Options[]>(
    (sets, [name, spec]) =>
      (spec.type === "choice" ? spec.values : [defaultOf(spec)]).flatMap((value) =>
        sets.map((set) => ({ ...set, [name]: value })),
      ),
    [{}],
  );

/** The inputs that `measures` may bring, by their ids, in the order of the shelf. */
export const inputIds: readonly string[] = [
  ...new Set(
    kpis.flatMap((kpi: Kpi) =>
      optionSets(kpi)
        .map((options) => kpi.measure(options, { sla: [] }))
        .flatMap(
          (measure) => needsOfMeasure(measure, { withVariants: true, withNotes: true }).inputs,
        )
        .filter(isAdditive)
        .map(({ id }) => id),
    ),
  ),
];

/** `calls_answered_within_20s` and `…_45s` are of one family. */
const familyOf = (id: string): string => id.replace(/\d+(?=[sd]$)/u, "0");

const families = new Set(inputIds.map(familyOf));

/** Whether any KPI could ask for it; promises of `sla:` have inputs by their names. */
export const isInputId = (id: string): boolean =>
  families.has(familyOf(id)) || /^sla_(?:\d+_[a-z0-9_]*|own)_(?:met|breached)$/u.test(id);
