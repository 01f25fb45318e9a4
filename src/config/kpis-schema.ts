import { z } from "zod";
import { sameValue } from "../kpis/same-value.ts";
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
              description: `The option ${name} of ${kpi.id}; ${spec.type === "shares" ? "none" : defaultText(spec)} where nothing is said.`,
              sample: exampleOf(spec),
            }),
          ]),
        )
          .superRefine((options, context) => {
            const { option, is, other } = kpi.needs ?? {};
            if (option === undefined || other === undefined || options[option] !== is) return;
            if (options[other] !== undefined) return;
            const hint = `“${option}: ${is}” needs “${other}” beside it.`;
            context.addIssue({ ...expectation(`“${other}”`, hint), path: [option] });
          })
          .meta({ description: `${kpi.title.en}: ${kpi.meaning.en}` }),
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
    case "shares":
      return sharesSchema;
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

/** Channel → its part of a hundred. */
const sharesSchema = z
  .record(z.string().trim().min(1), z.number().min(0).max(100))
  .superRefine((shares, context) => {
    const names = Object.keys(shares);
    for (const [at, name] of names.entries()) {
      const first = names.slice(0, at).find((each) => sameValue(each, name));
      if (first === undefined) continue;
      const hint = `“${first}” is the same channel: give it one share.`;
      context.addIssue({ ...expectation("each channel once", hint), path: [name] });
    }
    const sum = Object.values(shares).reduce((all, share) => all + share, 0);
    if (Math.abs(sum - 100) < 1e-6) return;
    const hint = `They add up to ${Number(sum.toFixed(6))}: what is shared would be lost, or counted twice.`;
    context.addIssue(expectation("shares that add up to 100", hint));
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
    case "shares":
      return { email: 60, phone: 40 };
  }
}

const defaultText = (spec: OptionSpec): string => {
  const value = exampleOf(spec);
  return typeof value === "string" ? value : JSON.stringify(value);
};
