import { kpiTitle } from "../blocks/answer-texts.ts";
import { aside } from "../i18n/aside.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { kinds } from "../kinds/index.ts";
import { isKpiId } from "../kpis/index.ts";
import type { Filters } from "../kpis/where.ts";
import type { PeriodSpec } from "../periods/period.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import type { Answer } from "../reports/answer.ts";
import type { Question } from "../reports/question.ts";
import type { Reports } from "../reports/reports.ts";
import { whereTitle } from "./where-words.ts";

/** A KPI as a goal or a digest wants it measured: nobody is there to be asked back. */
export interface Measured {
  readonly kpi: string;
  readonly where: Filters;
  readonly options: Question["options"];
}

/** The last whole week: what "now" means for goals and digests. */
export const lastWeek: PeriodSpec = { kind: "last", unit: "week" };

/**
 * Where tickets and calls could both answer and nothing says which, the first is taken; the title
 * names it, so that nobody mistakes the one for the other.
 */
export async function settleKind(reports: Reports, measured: Measured): Promise<Measured> {
  const { kpi, where, options } = measured;
  const [kind] = isKpiId(kpi) ? await reports.kindsToChoose(kpi, options) : [];
  return kind === undefined ? measured : { kpi, where, options: { ...options, kind } };
}

/** The answer over the period; null where the KPI is no longer on the shelf. */
export async function measure(
  reports: Reports,
  { kpi, where, options }: Measured,
  period: PeriodSpec,
  locale: Locale,
  versus: PeriodSpec | null = null,
): Promise<Answer | null> {
  if (!isKpiId(kpi)) return null;
  const question: Question = {
    kpi,
    period,
    by: [],
    every: null,
    where,
    versus,
    trend: true,
    options,
  };
  const answer = await reports.answer(question, locale);
  return "value" in answer ? answer : null;
}

/** `First contact resolution (Calls) · email`, `Milestones done (mobile)`, `First response time · within 1 h` */
export function measuredTitle(
  {
    kpi,
    where,
    options,
  }: Pick<Measured, "kpi" | "where"> & {
    readonly options: Readonly<Record<string, unknown>>;
  },
  locale: Locale,
): string {
  const kind = kinds.find(({ id }) => id === options["kind"])?.title[locale];
  const { plan } = options;
  const which = kind ?? (typeof plan === "string" && plan !== "all" ? plan : undefined);
  const named =
    which === undefined ? kpiTitle(kpi, locale) : aside(kpiTitle(kpi, locale), which, locale);
  return [named, withinTitle(options, locale), whereTitle(where, locale)]
    .filter((text) => text !== "")
    .join(" · ");
}

const withinTitle = (options: Readonly<Record<string, unknown>>, locale: Locale): string => {
  const { stat, within } = options;
  return stat === "share" && typeof within === "number"
    ? say(locale, (t) => t.goals.within, { time: formatQuantity(within, "seconds", locale) })
    : "";
};
