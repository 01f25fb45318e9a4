import { z } from "zod";
import type { Kpi } from "../kpis/kpi.ts";
import type { OptionSpec, OptionValue } from "../kpis/options.ts";
import { daysSchema, durationSchema } from "./duration-schema.ts";
import { expectation } from "./expectation.ts";
import { targetSchema } from "./target-schema.ts";

const optional = <T>(entries: readonly (readonly [string, z.ZodType<T>])[]) =>
  z.strictObject(
    Object.fromEntries(entries.map(([key, schema]) => [key, schema.optional()] as const)),
  );

/** What people may otherwise set beside the KPI's name, for everybody. */
export const kpisSchema = (kpis: readonly Kpi[]) =>
  optional(
    kpis
      .filter((kpi) => Object.keys(kpi.options).length > 0)
      .map((kpi) => [
        kpi.id,
        optional(
          Object.entries(kpi.options).map(([name, spec]) => [
            name,
            optionSchema(spec).meta({
              description: `The option ${name} of ${kpi.id}; ${defaultText(spec)} where nothing is said.`,
              sample: exampleOf(spec),
            }),
          ]),
        ).meta({ description: `${kpi.title.en}: ${kpi.meaning.en}` }),
      ]),
  ).meta({ description: "Options of KPIs, in force wherever nobody says otherwise." });

export const targetsSchema = (kpis: readonly Kpi[]) =>
  optional(kpis.map((kpi) => [kpi.id, targetSchema(kpi)])).meta({
    description: "What the team aims at: one figure, or one for each channel.",
  });

function optionSchema(spec: OptionSpec): z.ZodType<OptionValue> {
  switch (spec.type) {
    case "choice":
      return z.enum(spec.values);
    case "duration":
      return durationSchema;
    case "days":
      return daysSchema(spec.most);
    case "scores":
      return scoresSchema;
  }
}

/** Points of the scale → the places on it, counted from 1, that count. */
const scoresSchema = z
  .record(
    z.string().regex(/^(?:[2-9]|1[01])$/u, { error: "the number of points of a scale, 2 to 11" }),
    z.array(z.int().min(1).max(11)).min(1),
  )
  .superRefine((scores, context) => {
    for (const [points, places] of Object.entries(scores)) {
      for (const [index, place] of places.entries()) {
        if (place <= Number(points)) continue;
        const hint = "Places are counted from 1 at the low end, whatever the scale's own numbers.";
        const path = [points, index];
        context.addIssue({ ...expectation(`a place from 1 to ${points}`, hint), path });
      }
    }
  });

/** The default, as it would be written. */
function exampleOf(spec: OptionSpec): unknown {
  switch (spec.type) {
    case "choice":
      return spec.values[0];
    case "duration":
      return `${spec.seconds}s`;
    case "days":
      return `${spec.days}d`;
    case "scores":
      return spec.scores;
  }
}

const defaultText = (spec: OptionSpec): string => {
  const value = exampleOf(spec);
  return typeof value === "string" ? value : JSON.stringify(value);
};
