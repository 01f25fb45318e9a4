import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { inputsOf, valueOf } from "../kpis/evaluate.ts";
import { kpiById } from "../kpis/index.ts";
import { noteCodes } from "../kpis/kpi.ts";
import { startOfDay } from "../periods/local-day.ts";
import type { Period, PeriodSettings } from "../periods/period.ts";
import type { FigureRow } from "../records/query.ts";
import type { SetAside } from "../records/query-set-aside.ts";
import type { SourceState } from "../records/store.ts";
import type { Comparison, Freshness, GuardrailCheck, Remark } from "./answer.ts";
import type { Plan } from "./plan.ts";
import type { Reading } from "./reading.ts";
import { oddText } from "./odd-text.ts";
import { sayTime } from "./say-time.ts";
import { timeWarnings } from "./time-warnings.ts";
import { fewestToJudge, fewestToTrust } from "./verdict.ts";

export interface WarningCase {
  readonly plan: Plan;
  readonly reading: Reading;
  readonly row: FigureRow;
  readonly period: Period;
  readonly periods: PeriodSettings;
  readonly now: Date;
  readonly comparison: Comparison | null;
  readonly guardrails: readonly GuardrailCheck[];
  readonly freshness: readonly Freshness[];
  readonly sources: readonly SourceState[];
  readonly setAside: readonly SetAside[];
  /** Whether the periods before were asked for, and none of them has a figure. */
  readonly lacksTrend: boolean;
  readonly locale: Locale;
}

/** What a reader must know before using the figure; the gravest first. */
export function warningsOf(asked: WarningCase): readonly Remark[] {
  return [
    ...ofSources(asked),
    ...ofOddPulls(asked),
    ...ofBadRows(asked),
    ...ofSilentSources(asked),
    ...timeWarnings(asked),
    ...ofRecords(asked),
    ...ofJudgement(asked),
  ];
}

function ofSources({ freshness, period, locale }: WarningCase): readonly Remark[] {
  return freshness.flatMap(({ source, asOf, state }): readonly Remark[] => {
    if (asOf === null) {
      const text = say(locale, (t) => t.reports.warning.source_unread, { source });
      return [{ code: "source_stale", text }];
    }
    const values = { source, time: sayTime(asOf, { zone: period.zone, locale }) };
    if (state === "stale") {
      const text = say(locale, (t) => t.reports.warning.source_stale, values);
      return [{ code: "source_stale", text }];
    }
    if (state === "late") {
      const text = say(locale, (t) => t.reports.warning.source_late, values);
      return [{ code: "source_late", text }];
    }
    if (!period.complete || asOf >= period.to) return [];
    return [{ code: "data_end", text: say(locale, (t) => t.reports.warning.data_end, values) }];
  });
}

/** An empty pull concerns every period; an odd day only the one that holds it. */
function ofOddPulls({ sources, period, locale }: WarningCase): readonly Remark[] {
  return sources.flatMap(({ source, odd }): readonly Remark[] => {
    if (odd === null) return [];
    const text = oddText(source, odd, period.zone, locale);
    if (odd.code === "empty") return [{ code: "source_empty", text }];
    const at = startOfDay(odd.day, period.zone);
    return at >= period.from && at < period.to ? [{ code: "source_odd", text }] : [];
  });
}

/** Rows of another kind concern another figure, though they came from the same source. */
function ofBadRows({ plan, sources, setAside, locale }: WarningCase): readonly Remark[] {
  const used = new Set<string>(inputsOf(plan.formula).map(({ kind }) => kind));
  return sources.flatMap(({ source, badRows }): readonly Remark[] => {
    const reasons = setAside.filter((each) => each.source === source);
    const others = reasons.filter(({ kind }) => !used.has(kind));
    const own = reasons.filter(({ kind }) => used.has(kind));
    // Only so many are kept with their reasons; all of them are counted.
    const count = others.length === 0 ? badRows : own.reduce((sum, each) => sum + each.count, 0);
    if (count === 0) return [];
    const text = say(locale, (t) => t.reports.warning.set_aside, { source, count });
    return [{ code: "set_aside", text }];
  });
}

/** Of what a source never tells, its records are neither one nor the other. */
function ofSilentSources({ plan, locale }: WarningCase): readonly Remark[] {
  return plan.leftOut.flatMap(({ sources, events }) =>
    sources.map((source) => ({
      code: "left_out_source",
      text: say(locale, (t) => t.reports.warning.left_out_source, {
        source,
        columns: events.join(" / "),
      }),
    })),
  );
}

function ofRecords({ plan, reading, row, locale }: WarningCase): readonly Remark[] {
  const { formula } = plan;
  const remarks: Remark[] = [];
  const { sample } = reading;
  const isChancy = formula.value.take !== "sum" && formula.isWhole !== true;
  if (reading.value !== null && isChancy && sample < fewestToTrust) {
    const code = sample < fewestToJudge ? "tiny_sample" : "small_sample";
    const text = say(locale, (t) => t.reports.warning[code], { count: sample });
    remarks.push({ code, text });
  }
  for (const code of noteCodes) {
    const terms = formula.notes[code];
    const count = terms === undefined ? 0 : valueOf(terms, row);
    // Without a value, what is missing is the reason already.
    if (count <= 0 || (reading.value === null && code === formula.missing)) continue;
    remarks.push({ code, text: say(locale, (t) => t.reports.warning[code], { count }) });
  }
  const hasPercentiles = [formula.value, ...Object.values(formula.variants)].some(
    ({ take }) => take === "percentile",
  );
  if (row.hasReadyMade && hasPercentiles) {
    const text = say(locale, (t) => t.reports.warning.ready_made_percentiles);
    remarks.push({ code: "ready_made_percentiles", text });
  }
  return remarks;
}

/** S3: a single KPI misleads; shorter calls at the price of satisfaction are no progress. */
function ofJudgement({ comparison, guardrails, locale }: WarningCase): readonly Remark[] {
  if (comparison?.verdict !== "better") return [];
  const worse = guardrails.filter(({ verdict }) => verdict === "worse");
  if (worse.length === 0) return [];
  const kpi = listed(
    worse.map(({ kpi: id }) => kpiById(id).title[locale]),
    locale,
  );
  return [
    {
      code: "guardrail_worse",
      text: say(locale, (t) => t.reports.warning.guardrail_worse, { kpi }),
    },
  ];
}
