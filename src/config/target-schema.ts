import { z } from "zod";
import type { Kpi, Unit } from "../kpis/kpi.ts";
import { durationSchema } from "./duration-schema.ts";
import { expectation } from "./expectation.ts";

/** A figure in the KPI's unit, for all or by channel. */
export function targetSchema(kpi: Kpi) {
  const one = figureSchema(kpi.unit);
  return z.union([one, z.record(z.string().min(1), one)]).meta({
    description: `${kpi.title.en}, ${unitWords[kpi.unit]}; or by channel: { email: …, chat: … }.`,
    examples: [examples[kpi.unit]],
  });
}

const unitWords: Readonly<Record<Unit, string>> = {
  percent: "in percent",
  seconds: "as a duration",
  count: "as a count",
  points: "in points from -100 to 100",
  score: "on the survey's own scale",
  money: "as an amount",
  ratio: "as a ratio",
  per_hour: "an hour",
};

const examples: Readonly<Record<Unit, unknown>> = {
  percent: 80,
  seconds: { email: "24h", social: "1h" },
  count: 100,
  points: 40,
  score: 4.2,
  money: 1000,
  ratio: 1.5,
  per_hour: 6,
};

function figureSchema(unit: Unit) {
  switch (unit) {
    case "seconds":
      return durationSchema;
    case "percent":
      return percentSchema;
    case "points":
      return z.number().min(-100).max(100);
    case "count":
    case "score":
    case "money":
    case "ratio":
    case "per_hour":
      return z.number().min(0);
  }
}

/** `80`, `"80 %"`; 0.8 is more often a slip than a target. */
const percentSchema = z.union([z.number(), z.string()]).transform((value, context) => {
  const text =
    typeof value === "string" ? /^(\d{1,3}(?:\.\d{1,9})?)\s?%$/u.exec(value.trim()) : null;
  const percent = typeof value === "number" ? value : Number(text?.[1] ?? Number.NaN);
  const isShare = typeof value === "number" && value > 0 && value < 1;
  if (percent >= 0 && percent <= 100 && !isShare) return percent;
  const hint = isShare ? `Write ${value * 100} for ${value * 100} %, or "${value} %".` : null;
  context.addIssue(expectation("a percentage from 0 to 100, such as 80", hint));
  return z.NEVER;
});
