import { z } from "zod";
import type { Kpi } from "../kpis/kpi.ts";
import { expectation } from "./expectation.ts";
import { figureSchema, units } from "./target-schema.ts";

/** A figure without a source and a date is hearsay: both are wanted. */
export const benchmarksSchema = (kpis: readonly Kpi[]) =>
  z
    .strictObject(
      Object.fromEntries(kpis.map((kpi) => [kpi.id, benchmarkSchema(kpi).optional()] as const)),
    )
    .meta({
      description:
        "What others reach, such as the industry or a competitor: shown beside your own figure.",
      sample: { nps: { value: 75, source: "Apple", on: "2025-06" } },
    });

const benchmarkSchema = ({ title, unit }: Kpi) =>
  z
    .strictObject({
      value: figureSchema(unit).meta({
        description: `The figure, ${units[unit].words}.`,
        sample: units[unit].example,
      }),
      source: z
        .string()
        .trim()
        .min(1)
        .max(80)
        .meta({ description: "Who reached or published it.", sample: "Industry report" }),
      on: daySchema.meta({
        description: "When: a year, a month or a day, such as 2025-06.",
        sample: "2025-06",
      }),
    })
    .meta({ description: `${title.en} of others.` });

/** YAML reads a bare year as a number. */
const daySchema = z.union([z.string(), z.number()]).transform((value, context) => {
  const text = String(value);
  if (/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u.test(text)) return text;
  context.addIssue(expectation("a year, a month or a day, such as 2025-06"));
  return z.NEVER;
});
