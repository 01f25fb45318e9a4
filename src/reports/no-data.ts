import { listed } from "../i18n/listed.ts";
import { type KindId, kinds } from "../kinds/index.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { inputsOf, isBlind, isOfOneScale, lackingIn, valueOf } from "../kpis/evaluate.ts";
import type { Input, RecordKindId } from "../kpis/inputs.ts";
import type { Measure, MissingCode } from "../kpis/kpi.ts";
import type { Filters } from "../kpis/where.ts";
import type { Period } from "../periods/period.ts";
import type { Extent } from "../records/query-extent.ts";
import type { FigureRow } from "../records/query.ts";
import type { Remark } from "./answer.ts";
import { type DroppedCase, whyDropped } from "./dropped-records.ts";
import { sayDay } from "./say-time.ts";
import { rowOf, type Measuring } from "./measuring.ts";
import type { Plan } from "./plan.ts";
import type { Reading } from "./reading.ts";
import { recordCount, unknownValue } from "./unknown-value.ts";

export interface NoDataCase {
  readonly plan: Plan;
  readonly reading: Reading;
  /** The period's row with the sums of value and notes. */
  readonly row: FigureRow;
  readonly period: Period;
  readonly kept: DroppedCase;
  readonly where: Filters;
  readonly extent: Extent | null;
  readonly isFirstReading: boolean;
  /** The kinds of which there are records at all. */
  readonly held: ReadonlySet<KindId>;
  readonly measuring: Measuring;
  readonly locale: Locale;
}

const missingReasons = {
  without_customer: "no_customers",
  incomplete_records: "missing_values",
  unmapped_scale: "unmapped_scale",
  direction_unknown: "direction_unknown",
} as const satisfies Readonly<Record<MissingCode, string>>;

const remarkIn = (locale: Locale, code: keyof typeof reasonTexts, values = {}): Remark => ({
  code,
  text: say(locale, reasonTexts[code], values),
});

/** Why there is no value, the most telling reason first. */
export async function reasonFor(asked: NoDataCase): Promise<Remark> {
  const { plan, row, extent, locale } = asked;
  const remark = (code: keyof typeof reasonTexts, values = {}): Remark =>
    remarkIn(locale, code, values);
  const withheld = whyDropped(asked.kept) ?? whyWithheld(asked);
  if (withheld !== null) return withheld;
  const [lacking] = lackingIn(plan.formula.value, row);
  // Made of several kinds, it lacks the one that nobody delivers.
  const absent = absentKinds(asked);
  if (lacking !== undefined && absent.includes(lacking.looksIn ?? lacking.kind)) {
    return remark("no_records", { kind: kindTitles(absent, locale) });
  }
  const columns = untoldEvents(asked, lacking) || eventsLeftOut(asked);
  if (columns !== "") return remark("untold_events", { kind: kindTitle(plan, locale), columns });
  if (extent === null && asked.isFirstReading) return remark("being_read");
  if (extent === null) return remark("no_records", { kind: kindTitle(plan, locale) });
  if (lacking !== undefined) return remark("lacking_input", { input: lacking.id });
  const obstacle = obstacleIn(plan.formula, row);
  if (obstacle !== null) return remark(obstacle);
  return emptyReason(asked, extent);
}

/** Why a value is not given though the records would make one. */
function whyWithheld({ plan, reading, locale }: NoDataCase): Remark | null {
  const { obstacle, numerator, denominator, sample } = reading;
  if (obstacle === "withheld") {
    return remarkIn(locale, "withheld", { count: plan.kpi.fewest ?? 0 });
  }
  if (obstacle === "contradictory") {
    return remarkIn(locale, "contradictory", { part: numerator ?? 0, whole: denominator ?? 0 });
  }
  return plan.formula.parts !== undefined && sample > 0 ? remarkIn(locale, "card") : null;
}

/** Nothing stands in the way but time and filters. */
async function emptyReason(asked: NoDataCase, extent: Extent): Promise<Remark> {
  const { period, locale } = asked;
  const emptyPeriod = { code: "empty_period", zone: period.zone, locale };
  if (period.from > extent.newest) {
    const day = sayDay(extent.newest, emptyPeriod);
    return { code: emptyPeriod.code, text: say(locale, (t) => t.reports.reason.data_end, { day }) };
  }
  if (period.to <= extent.oldest) {
    const day = sayDay(extent.oldest, emptyPeriod);
    return {
      code: emptyPeriod.code,
      text: say(locale, (t) => t.reports.reason.data_begin, { day }),
    };
  }
  if ((await recordsIn(asked, asked.where)) > 0) return remarkIn(locale, "empty_denominator");
  const isFiltered = Object.keys(asked.where).length > 0;
  if (isFiltered && (await recordsIn(asked, {})) > 0) {
    const text = await unknownValue(asked);
    return text === null ? remarkIn(locale, "no_match") : { code: "no_match", text };
  }
  return remarkIn(locale, "empty_period");
}

/** The events that no record of its kind tells, though there are records. */
function untoldEvents({ plan, extent, held }: NoDataCase, lacking: Input | undefined): string {
  if (!usedKinds(plan).some((kind) => held.has(kind))) return "";
  const byTime = extent === null ? inputsOf(plan.formula).map(({ at }) => at) : [];
  return [...new Set(lacking?.hingesOn ?? byTime)].join(" / ");
}

/** Those that no record which was asked about tells, though other sources do. */
const eventsLeftOut = ({ plan: { formula, leftOut }, row }: NoDataCase): string =>
  formula.value.take === "sum" && isBlind(formula.value, row)
    ? leftOut.flatMap(({ events }) => events).join(" / ")
    : "";

/** What stands in the way though the records are there. */
function obstacleIn({ value, missing, notes }: Measure, row: FigureRow) {
  if (value.take === "ratio" && !isOfOneScale(value, row)) return "mixed_scales";
  if (value.take === "percentile" && row.hasReadyMade) return "only_ready_made";
  const lacking = missing === undefined ? undefined : notes[missing];
  if (missing === undefined || lacking === undefined) return null;
  return valueOf(lacking, row) > 0 ? missingReasons[missing] : null;
}

const reasonTexts = {
  card: (t) => t.reports.reason.card,
  withheld: (t) => t.reports.reason.withheld,
  contradictory: (t) => t.reports.reason.contradictory,
  mixed_scales: (t) => t.reports.reason.mixed_scales,
  being_read: (t) => t.reports.reason.being_read,
  no_records: (t) => t.reports.reason.no_records,
  untold_events: (t) => t.reports.reason.untold_events,
  lacking_input: (t) => t.reports.reason.lacking_input,
  only_ready_made: (t) => t.reports.reason.only_ready_made,
  no_customers: (t) => t.reports.reason.no_customers,
  missing_values: (t) => t.reports.reason.missing_values,
  unmapped_scale: (t) => t.reports.reason.unmapped_scale,
  direction_unknown: (t) => t.reports.reason.direction_unknown,
  empty_denominator: (t) => t.reports.reason.empty_denominator,
  no_match: (t) => t.reports.reason.no_match,
  empty_period: (t) => t.reports.reason.empty_period,
} as const satisfies Readonly<Record<string, Parameters<typeof say>[1]>>;

/** How many records of the KPI's kinds lie in the period, whether or not they count for it. */
async function recordsIn({ plan, period, measuring }: NoDataCase, where: Filters): Promise<number> {
  const { needs, count } = recordCount(plan);
  const rows = await measuring({ needs, windows: [period], where });
  return valueOf(count, rowOf(rows, 0));
}

const usedKinds = ({ formula }: Plan): readonly RecordKindId[] => [
  ...new Set(
    inputsOf(formula).flatMap(({ kind, looksIn }) =>
      looksIn === undefined ? kind : [kind, looksIn],
    ),
  ),
];

/** Kinds without any record, though there are records of the others. */
function absentKinds({ plan, held }: NoDataCase): readonly RecordKindId[] {
  const used = usedKinds(plan);
  const absent = used.filter((kind) => !held.has(kind));
  return absent.length < used.length ? absent : [];
}

const kindTitle = (plan: Plan, locale: Locale): string => kindTitles(usedKinds(plan), locale);

const kindTitles = (ids: readonly RecordKindId[], locale: Locale): string =>
  listed(
    kinds.filter(({ id }) => ids.some((kind) => kind === id)).map(({ title }) => title[locale]),
    locale,
  );
