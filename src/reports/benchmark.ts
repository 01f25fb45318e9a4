import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import type { Filters } from "../kpis/where.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import type { Remark } from "./answer.ts";
import type { Plan, ReportSettings } from "./plan.ts";
import type { Reading } from "./reading.ts";

/** What others reach, in the KPI's unit, with who said so and when (`2025-06`). */
export interface Benchmark {
  readonly value: number;
  readonly source: string;
  readonly on: string;
}

/**
 * S0, S1: the own figure beside that of others. Worse than theirs means there is something to
 * improve; S0 prints it the other way round. Others are whole firms: a part of the desk is not held against them.
 */
export function benchmarkRemarks(
  { id, kpi, unit, better }: Plan,
  { value, interval }: Pick<Reading, "value" | "interval">,
  where: Filters,
  { benchmarks, currency }: Pick<ReportSettings, "benchmarks" | "currency">,
  locale: Locale,
): readonly Remark[] {
  const benchmark = benchmarks[id];
  // As with targets: an option can change what is measured.
  const isComparable = unit === kpi.unit && better === kpi.better;
  if (benchmark === undefined || value === null || !isComparable) return [];
  if (Object.keys(where).length > 0) return [];
  const gap = value - benchmark.value;
  const isLevel =
    gap === 0 ||
    (interval !== null && interval.low <= benchmark.value && benchmark.value <= interval.high);
  const code =
    better === "neutral"
      ? "benchmark"
      : isLevel
        ? "benchmark_level"
        : gap > 0 === (better === "higher")
          ? "benchmark_ahead"
          : "benchmark_behind";
  const text = say(locale, (t) => t.reports.warning[code], {
    benchmark: formatQuantity(benchmark.value, unit, locale, { currency }),
    gap: formatQuantity(Math.abs(gap), unit, locale, { currency }),
    source: benchmark.source,
    on: benchmark.on,
  });
  return [{ code, text }];
}
