import type { Segment } from "../../src/kinds/kind.ts";
import { evaluate, needsOfMeasure, valueOf } from "../../src/kpis/evaluate.ts";
import { kpiById, type KpiId } from "../../src/kpis/index.ts";
import type { SlaPolicy } from "../../src/kpis/kpi.ts";
import { optionsInForce, type OptionValue } from "../../src/kpis/options.ts";
import type { Filters } from "../../src/kpis/where.ts";
import type { Window } from "../../src/periods/period.ts";
import { readyMadeInputs } from "../../src/records/query-measures.ts";
import { measureFigures } from "../../src/records/query.ts";
import type { RecordStore, WorkingTime } from "../../src/records/store.ts";
import { dueBefore } from "../../src/reports/past-due.ts";

export interface MeasuredAsked {
  readonly windows: readonly Window[];
  readonly options?: Readonly<Record<string, OptionValue>>;
  readonly by?: readonly Segment[];
  readonly where?: Filters;
  readonly zone?: string;
  readonly hideAfter?: Date | null;
  readonly now?: Date;
  readonly sla?: readonly SlaPolicy[];
  readonly workingTime?: WorkingTime;
}

/** A KPI straight from its file through the engine, without the report around it. */
export async function measured(store: RecordStore, kpi: KpiId, asked: MeasuredAsked) {
  const { options: specs, measure } = kpiById(kpi);
  const formula = measure(optionsInForce(specs, asked.options ?? {}), { sla: asked.sla ?? [] });
  const notes = Object.entries(formula.notes);
  const rows = await measureFigures(store, {
    ...needsOfMeasure(formula, { withVariants: true, withNotes: true }),
    windows: asked.windows,
    by: asked.by ?? [],
    where: asked.where ?? {},
    zone: asked.zone ?? "UTC",
    hideAfter: asked.hideAfter ?? null,
    dueBefore: (seconds, clock) =>
      dueBefore(asked.workingTime ?? null, asked.now ?? new Date("2100-01-01"), seconds, clock),
    held: await store.kindsHeld(),
    readyMade: await readyMadeInputs(store),
  });
  return rows.map((row) => ({
    window: row.window,
    key: row.key,
    ...evaluate(formula.value, row),
    sample: valueOf(formula.sample, row),
    variants: Object.fromEntries(
      Object.entries(formula.variants).map(([name, figure]) => [name, evaluate(figure, row).value]),
    ),
    notes: Object.fromEntries(notes.map(([code, terms]) => [code, valueOf(terms, row)])),
  }));
}

/** The one row of a question with one window and no segments. */
export async function measuredOnce(
  store: RecordStore,
  kpi: KpiId,
  { window, ...asked }: Omit<MeasuredAsked, "windows"> & { readonly window: Window },
) {
  const [row] = await measured(store, kpi, { ...asked, windows: [window] });
  if (row === undefined) throw new Error("a question without segments has one row");
  return row;
}
