import { listed } from "../../src/i18n/listed.ts";
import type { Locale } from "../../src/i18n/locale.ts";
import { say } from "../../src/i18n/say.ts";
import { isKpiId, kpiById, type KpiId } from "../../src/kpis/index.ts";
import type { OptionSpec } from "../../src/kpis/options.ts";
import type { Choice, Page } from "../command.ts";
import { refusal } from "../page.ts";
import type { Corrected, WordsProblem } from "./asked.ts";

/** Says what is unclear and offers, as buttons, the words that would be clear. */
export function problemPage(problem: WordsProblem, locale: Locale): Page {
  const guide: Choice = {
    label: say(locale, (t) => t.words.guideButton),
    words: "kpi",
  };
  const list: Choice = { label: say(locale, (t) => t.words.listButton), words: "kpi list" };
  switch (problem.code) {
    case "too_long":
      return refusal([say(locale, (t) => t.words.tooLong)], { choices: [guide, list] });
    case "unknown_word":
      return unknownWord(problem.word, problem.meant, [list, guide], locale);
    case "which_kpi":
      return whichKpi(problem.name, problem.choices, list, locale);
    case "no_kpi":
      return noKpi(problem.rest, list, locale);
    case "contradiction": {
      const named = problem.named.map((each) => (isKpiId(each) ? titleOf(each, locale) : each));
      const line = say(locale, (t) => t.words.contradiction[problem.what], {
        named: listed(named, locale),
      });
      return refusal([line], { choices: asTyped(problem.words) });
    }
    case "incomplete":
      return refusal([
        say(locale, (t) => t.words.incomplete[problem.what], { word: problem.word }),
      ]);
    case "unknown_option":
    case "bad_option":
    case "option_twice":
      return optionPage(problem, locale);
  }
}

const asTyped = (words: readonly string[]): readonly Choice[] =>
  words.map((each) => ({ label: each, words: `kpi ${each}` }));

function unknownWord(
  word: string,
  meant: readonly Corrected[],
  otherwise: readonly Choice[],
  locale: Locale,
): Page {
  const unknown = say(locale, (t) => t.words.unknownWord, { word });
  const hint = say(locale, (t) => t.words.listHint);
  if (meant.length === 0) return refusal([unknown], { choices: otherwise, hint });
  const lines = [unknown, say(locale, (t) => t.words.didYouMean)];
  return refusal(lines, { choices: corrected(meant, locale), hint });
}

/** A KPI is offered by its title, other words by the whole text put right. */
function corrected(meant: readonly Corrected[], locale: Locale): readonly Choice[] {
  return meant.map(({ instead, words }) => ({
    label: isKpiId(instead) && words === instead ? titleOf(instead, locale) : words,
    words: `kpi ${words}`,
  }));
}

function whichKpi(
  name: string,
  candidates: readonly { readonly kpi: KpiId; readonly words: string }[],
  list: Choice,
  locale: Locale,
): Page {
  const question =
    candidates.length > 1
      ? say(locale, (t) => t.words.whichKpi, { name })
      : say(locale, (t) => t.words.isThisKpi, { name });
  const choices = candidates.map(({ kpi, words }) => ({
    label: titleOf(kpi, locale),
    words: `kpi ${words}`,
  }));
  return refusal([question], { choices: [...choices, list] });
}

/** The KPIs asked for most, with the rest of what was said. */
const usual = ["fcr", "csat", "first_response_time", "service_level"] as const;

function noKpi(rest: string, list: Choice, locale: Locale): Page {
  const choices = usual.map((kpi) => ({
    label: titleOf(kpi, locale),
    words: rest === "define" ? `kpi define ${kpi}` : `kpi ${kpi} ${rest}`,
  }));
  return refusal([say(locale, (t) => t.words.noKpi)], { choices: [...choices, list] });
}

type OptionProblem = Extract<WordsProblem, { readonly option: string }>;

function optionPage(problem: OptionProblem, locale: Locale): Page {
  switch (problem.code) {
    case "unknown_option": {
      const { kpi, option, known, meant } = problem;
      const title = titleOf(kpi, locale);
      const first = say(locale, (t) => t.words.unknownOption, { kpi: title, option });
      const second =
        known.length === 0
          ? say(locale, (t) => t.words.noOptions)
          : say(locale, (t) => t.words.itsOptions, { options: listed(known, locale) });
      return refusal([first, second], { choices: optionChoices(meant, kpi, locale) });
    }
    case "bad_option": {
      const { option, value, spec, meant } = problem;
      const first = say(locale, (t) => t.words.badOption, { option, value });
      return refusal([first, allowed(spec, locale)], { choices: corrected(meant, locale) });
    }
    case "option_twice":
      return refusal([say(locale, (t) => t.words.optionTwice, { option: problem.option })]);
  }
}

function optionChoices(meant: readonly Corrected[], kpi: KpiId, locale: Locale): readonly Choice[] {
  const define = {
    label: say(locale, (t) => t.answers.define),
    words: `kpi define ${kpi}`,
  };
  return [...corrected(meant, locale), define];
}

function allowed(spec: OptionSpec, locale: Locale): string {
  switch (spec.type) {
    case "choice":
      return say(locale, (t) => t.words.allowedChoice, { values: listed(spec.values, locale) });
    case "duration":
      return say(locale, (t) => t.words.allowedDuration);
    case "days":
      return say(locale, (t) => t.words.allowedDays, { most: spec.most });
    case "shares":
    case "scores":
      return say(locale, (t) => t.words.allowedScores);
  }
}

const titleOf = (kpi: KpiId, locale: Locale): string => kpiById(kpi).title[locale];
