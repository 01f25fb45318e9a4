import { surveyFrequencies, type Goal } from "../goals/goal.ts";
import { livesOnSurveys } from "../goals/smart.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import type { KpiId } from "../src/kpis/index.ts";
import type { Field, FormValues } from "./command.ts";

/** S2, X4: of a goal that lives on surveys, how often customers are asked; of any other nothing. */
export const surveyFields = (
  kpi: KpiId | null,
  values: FormValues,
  locale: Locale,
): readonly Field[] =>
  kpi === null || !livesOnSurveys(kpi)
    ? []
    : [
        {
          id: "survey_every",
          label: say(locale, (t) => t.goalRules.surveyEvery),
          hint: say(locale, (t) => t.goalRules.surveyEveryHint),
          type: "select",
          choices: surveyFrequencies.map((value) => ({
            label: say(locale, (t) => t.goalRules.frequencies[value]),
            value,
          })),
          initial: values["survey_every"] ?? "contact",
          optional: false,
          live: false,
        },
      ];

/** What the form says of it; null where it says nothing that can be used. */
export const surveyEveryOf = (values: FormValues): NonNullable<Goal["surveyEvery"]> | null =>
  surveyFrequencies.find((each) => each === values["survey_every"]) ?? null;
