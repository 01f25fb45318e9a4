import { z } from "zod";
import type { Kpi } from "../kpis/kpi.ts";
import type { Unit } from "../quantities/unit.ts";
import { parseQuantity, type QuantityFault } from "../quantities/parse-quantity.ts";
import { durationHint } from "./duration-schema.ts";
import { expectation } from "./expectation.ts";

/** A figure in the KPI's unit, for all or by channel. */
export function targetSchema(kpi: Kpi) {
  const one = figureSchema(kpi.unit);
  return z.union([one, z.record(z.string().min(1), one)]).meta({
    description: `${kpi.title.en}, ${units[kpi.unit].words}; or by channel: { email: …, chat: … }.`,
    sample: sampleTarget(kpi),
  });
}

function sampleTarget({ target, unit }: Kpi): unknown {
  if (target === null) return units[unit].example;
  if (unit !== "seconds") return target;
  return typeof target === "number"
    ? written(target)
    : Object.fromEntries(Object.entries(target).map(([key, value]) => [key, written(value)]));
}

const written = (seconds: number): string =>
  seconds % 3_600 === 0 ? `${seconds / 3_600}h` : `${seconds}s`;

/** `80`, `"80 %"`, `24h`: what could mean two things is refused. */
export const figureSchema = (unit: Unit) =>
  z.union([z.number(), z.string()]).transform((value, context) => {
    const figure = parseQuantity(asWritten(value), unit, "en");
    if (typeof figure === "number") {
      if (figure < 0 && unit !== "points") {
        context.addIssue(expectation(units[unit].expected));
        return z.NEVER;
      }
      if (unit !== "percent" || figure <= 100) return figure;
      context.addIssue(expectation("a percentage of at most 100"));
      return z.NEVER;
    }
    context.addIssue(expectation(units[unit].expected, hintFor(figure, value)));
    return z.NEVER;
  });

/** A number of YAML has a decimal point: one more decimal, and it cannot be taken for thousands. */
const asWritten = (value: string | number): string =>
  typeof value === "number" && Number.isInteger(value * 1_000) && !Number.isInteger(value)
    ? value.toFixed(4)
    : String(value);

function hintFor(figure: QuantityFault, value: string | number): string | null {
  switch (figure.fault) {
    case "fraction": {
      const percent = Number(figure.percent.toPrecision(12));
      return `Write ${percent} for ${percent} %, or "${value} %" for less than one percent.`;
    }
    case "needs_unit":
    case "ambiguous_clock":
    case "not_a_duration":
    case "too_long":
      return durationHint(figure, value);
    case "ambiguous_number":
      return "Write it with a decimal point and without marks between thousands.";
    case "not_a_number":
    case "empty":
    case "wrong_unit":
    case "not_whole":
    case "out_of_range":
      return null;
  }
}

interface UnitTexts {
  readonly words: string;
  readonly expected: string;
  readonly example: unknown;
}

export const units: Readonly<Record<Unit, UnitTexts>> = {
  percent: { words: "in percent", expected: "a percentage, such as 80", example: 80 },
  seconds: {
    words: "as a duration",
    expected: "a duration with its unit, such as 24h",
    example: "1h",
  },
  count: { words: "as a count", expected: "a whole number of 0 or more", example: 100 },
  points: { words: "in points", expected: "points from -100 to 100", example: 40 },
  score: { words: "on the survey's scale", expected: "a number of 0 or more", example: 4.2 },
  money: { words: "as an amount", expected: "an amount of 0 or more", example: 1000 },
  ratio: { words: "as a ratio", expected: "a number of 0 or more", example: 1.5 },
  per_hour: { words: "an hour", expected: "a number of 0 or more", example: 6 },
};
