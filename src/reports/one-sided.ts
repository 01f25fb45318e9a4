import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { kinds } from "../kinds/index.ts";
import { segments, type Segment } from "../kinds/kind.ts";
import { inputsOf } from "../kpis/evaluate.ts";
import type { RecordKindId } from "../kpis/inputs.ts";
import type { Window } from "../periods/period.ts";
import type { Remark } from "./answer.ts";
import { countsOf } from "./counts-of.ts";
import type { Measuring } from "./measuring.ts";
import type { Plan } from "./plan.ts";
import type { Question } from "./question.ts";

interface Lacking {
  readonly remarks: readonly Remark[];
  /** Whether it was to be split by such a segment. */
  readonly isSplit: boolean;
}

/**
 * Segments asked for that one of the KPI's kinds of records has no value in at all: calls by channel
 * divided by shifts, which have none, say nothing about any channel.
 */
export async function segmentsLacking(
  { by, where }: Question,
  plan: Plan,
  period: Window,
  measuring: Measuring,
  locale: Locale,
): Promise<Lacking> {
  const asked = segments.filter((each) => by.includes(each) || where[each] !== undefined);
  const found = await Promise.all(
    asked.map(async (segment) => ({
      segment,
      lacking: await kindsWithout(segment, plan, period, measuring),
    })),
  );
  const remarks = found.flatMap(({ segment, lacking }) =>
    lacking.map((kind) => ({
      code: "one_sided",
      text: say(locale, (t) => t.reports.warning.one_sided, {
        kind: kinds.find(({ id }) => id === kind)?.title[locale] ?? kind,
        segment: say(locale, (t) => t.answers.segments[segment]),
      }),
    })),
  );
  const isSplit = found.some(({ segment, lacking }) => lacking.length > 0 && by.includes(segment));
  return { remarks, isSplit };
}

/** Those of the segments that the KPI may be split by: no kind of its records lacks them. */
export async function splittable(
  by: readonly Segment[],
  plan: Plan,
  period: Window,
  measuring: Measuring,
): Promise<readonly Segment[]> {
  const lacking = await Promise.all(
    by.map((segment) => kindsWithout(segment, plan, period, measuring)),
  );
  return by.filter((_, at) => lacking[at]?.length === 0);
}

/** None where all kinds lack it: then there is nothing to tell apart, and nothing goes wrong. */
async function kindsWithout(
  segment: Segment,
  { formula }: Plan,
  period: Window,
  measuring: Measuring,
): Promise<readonly RecordKindId[]> {
  const counts = countsOf(inputsOf(formula).filter(({ ignores }) => !ignores?.includes(segment)));
  if (new Set(counts.map(({ kind }) => kind)).size < 2) return [];
  const needs = { inputs: counts, percentiles: [] };
  const rows = await measuring({ needs, windows: [period], by: [segment], where: {} });
  const [told, untold] = [new Set<RecordKindId>(), new Set<RecordKindId>()];
  for (const { key, sums } of rows) {
    for (const { id, kind } of counts) {
      if ((sums.get(id) ?? 0) > 0) (key[0] === null ? untold : told).add(kind);
    }
  }
  return told.size === 0 ? [] : [...untold].filter((kind) => !told.has(kind));
}
