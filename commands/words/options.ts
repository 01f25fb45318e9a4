import { segments } from "../../src/kinds/kind.ts";
import type { KpiId } from "../../src/kpis/index.ts";
import { kpiById } from "../../src/kpis/index.ts";
import { foldName } from "../../src/kpis/fold-name.ts";
import type { OptionSpec } from "../../src/kpis/options.ts";
import { parseDuration } from "../../src/quantities/parse-duration.ts";
import { questionOptions } from "../../src/reports/question-options.ts";
import type { Question } from "../../src/reports/question.ts";
import type { WordsProblem } from "./asked.ts";
import { nearest } from "./nearest.ts";

/** An option as typed: `within:30s`. */
export interface TypedOption {
  readonly key: string;
  readonly values: readonly string[];
  readonly text: string;
}

export type CheckedOptions =
  | { readonly ok: true; readonly options: Question["options"] }
  | { readonly ok: false; readonly problem: WordsProblem };

/**
 * Options in the KPI's own units, each checked against what the KPI knows. `replaced` gives the
 * whole text with one option written otherwise.
 */
export function checkOptions(
  kpi: KpiId,
  typed: readonly TypedOption[],
  replaced: (text: string, instead: string) => string,
): CheckedOptions {
  const specs = new Map(
    Object.entries<OptionSpec>({ ...questionOptions, ...kpiById(kpi).options }),
  );
  const names = new Map([...specs.keys()].map((name) => [foldName(name), name]));
  const options = new Map<string, string | number>();
  for (const { key, values, text } of typed) {
    const name = names.get(foldName(key));
    const spec = name === undefined ? undefined : specs.get(name);
    if (name === undefined || spec === undefined) {
      const meant = nearest(key, [...specs.keys(), ...segments]).slice(0, 1);
      return refused({
        code: "unknown_option",
        option: key,
        kpi,
        known: Object.keys(kpiById(kpi).options),
        meant: meant.map((near) => {
          const instead = `${near.name}:${values.join(",")}`;
          return { instead, words: replaced(text, instead) };
        }),
      });
    }
    const value = values.length === 1 ? valueOf(values[0] ?? "", spec) : null;
    if (value === null) {
      const near = spec.type === "choice" ? nearest(values.join(","), spec.values).slice(0, 1) : [];
      return refused({
        code: "bad_option",
        option: name,
        value: values.join(","),
        spec,
        meant: near.map((each) => {
          const instead = `${name}:${each.name}`;
          return { instead, words: replaced(text, instead) };
        }),
      });
    }
    if ((options.get(name) ?? value) !== value) {
      return refused({ code: "option_twice", option: name });
    }
    options.set(name, value);
  }
  return { ok: true, options: Object.fromEntries(options) };
}

const refused = (problem: WordsProblem): CheckedOptions => ({ ok: false, problem });

function valueOf(text: string, spec: OptionSpec): string | number | null {
  switch (spec.type) {
    case "choice":
      return spec.values.find((value) => foldName(value) === foldName(text)) ?? null;
    case "duration": {
      const seconds = parseDuration(text);
      return typeof seconds === "number" ? seconds : null;
    }
    case "days": {
      const seconds = /^\d{1,4}$/u.test(text) ? Number(text) * 86_400 : parseDuration(text);
      if (typeof seconds !== "number") return null;
      const days = seconds / 86_400;
      return Number.isInteger(days) && days >= 1 && days <= spec.most ? days : null;
    }
    case "shares":
    case "scores":
      // A map of scales is no word: it is set in goalpost.yml.
      return null;
  }
}
