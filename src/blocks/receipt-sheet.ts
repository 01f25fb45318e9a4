import { dateFormat, numberFormat } from "../i18n/formats.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { kpiById } from "../kpis/index.ts";
import { localDay } from "../periods/local-day.ts";
import { periodTitle } from "../periods/period-title.ts";
import { formatDuration } from "../quantities/format-duration.ts";
import { formatNumber } from "../quantities/format-number.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import type { FoundRecord } from "../records/query-records.ts";
import type { PromisesHeld } from "../reports/promises-held.ts";
import type { Receipt, ReceiptFormula, ReceiptSource, ReceiptTerm } from "../reports/receipt.ts";
import { rowReasonText } from "../reports/row-reason-text.ts";
import { filterTexts, freshnessText, kpiTitle, labelled } from "./answer-texts.ts";
import { definitionText, optionText } from "./definition-text.ts";
import { noteDay } from "./note-texts.ts";
import { toSheetRecord } from "./sheet-record.ts";
import { momentText, sheetTitle } from "./sheet-texts.ts";
import type { Sheet, SheetSection } from "./sheet.ts";

export interface SheetReader {
  readonly locale: Locale;
  /** The reader's own zone: only "data as of" is told in it. */
  readonly zone: string;
}

/** How a figure was made, as a page of sections. */
export function receiptSheet(receipt: Receipt, reader: SheetReader): Sheet {
  const { locale } = reader;
  return {
    title: say(locale, (t) => t.explain.receipt.title, { title: sheetTitle(receipt, locale) }),
    sections: [
      definition(receipt, locale),
      formula(receipt, locale),
      period(receipt, locale),
      rows(receipt, locale),
      sources(receipt, reader),
      records(receipt, locale),
      statements(receipt, locale),
    ],
  };
}

function definition({ kpi, definition, changed, options }: Receipt, locale: Locale): SheetSection {
  const named = Object.entries(options).map(([name, value]) => optionText(kpi, name, value));
  return {
    heading: say(locale, (t) => t.explain.receipt.definition),
    lines: [
      labelled(kpiTitle(kpi, locale), definitionText(definition, changed, kpi, locale), locale),
      kpiById(kpi).meaning[locale],
      ...(named.length === 0
        ? []
        : [say(locale, (t) => t.explain.receipt.options, { options: named.join(" · ") })]),
    ],
  };
}

function formula(receipt: Receipt, locale: Locale): SheetSection {
  const { kpi, value, unit, currency, sample, reason, promises } = receipt;
  const result =
    value === null
      ? say(locale, (t) => t.answers.noData)
      : formatQuantity(value, unit, locale, { sample, currency });
  return {
    heading: say(locale, (t) => t.explain.receipt.formula),
    lines: [
      say(locale, (t) => t.words.define.formula, { formula: kpiById(kpi).formula[locale] }),
      `${workings(receipt.formula, locale)} = ${result}`,
      ...(reason === null ? [] : [reason.text]),
      ...(promises === null ? [] : promiseLines(promises, receipt, locale)),
    ],
  };
}

function promiseLines(
  { rules, own, versions }: PromisesHeld,
  { period: { zone } }: Receipt,
  locale: Locale,
): readonly string[] {
  const dayBegun = (moment: Date): string => noteDay(localDay(moment, zone), locale);
  return [
    say(locale, (t) => t.promises.held, { rules, own }),
    ...versions.map(({ name, from, until, share }) => {
      const values = { name, share: formatQuantity(share, "percent", locale) };
      if (from !== null) {
        return say(locale, (t) => t.promises.since, { ...values, day: dayBegun(from) });
      }
      return until === null
        ? say(locale, (t) => t.promises.only, values)
        : say(locale, (t) => t.promises.before, { ...values, day: dayBegun(until) });
    }),
  ];
}

/** The formula with its numbers: `100 × tickets_one_touch (65) ÷ tickets_replies_known (91)`. */
function workings(made: ReceiptFormula, locale: Locale): string {
  switch (made.take) {
    case "none":
      return "–";
    case "product": {
      const { factors, times, per } = made;
      const product = [
        ...(times === 100 ? ["100"] : []),
        ...factors.map((factor) => `(${workings(factor, locale)})`),
      ].join(" × ");
      return per === null
        ? product
        : `${product} ÷ ${say(locale, (t) => t.explain.receipt.length[per])}`;
    }
    case "sum":
      return termsText(made.terms, locale);
    case "percentile":
      return say(locale, (t) => t.explain.receipt.percentile, {
        p: made.p * 100,
        column: made.column,
        over: termText(made.over, locale),
      });
    case "ratio": {
      const [above, below] = [made.numerator, made.denominator].map((terms) =>
        terms.length === 1 ? termsText(terms, locale) : `(${termsText(terms, locale)})`,
      );
      return `${made.times === 1 ? "" : `${numberFormat(locale).format(made.times)} × `}${above} ÷ ${below}`;
    }
  }
}

const termsText = (terms: readonly ReceiptTerm[], locale: Locale): string =>
  terms
    .map((term, at) => {
      const sign = term.times === -1 ? "− " : at === 0 ? "" : "+ ";
      return `${sign}${termText(term, locale)}`;
    })
    .join(" ");

const termText = ({ input, value }: ReceiptTerm, locale: Locale): string =>
  `${input} (${value === null ? "–" : numberFormat(locale).format(value)})`;

function period(receipt: Receipt, locale: Locale): SheetSection {
  const { period: laid, weekStarts, clock, workingSeconds, where, kpi } = receipt;
  const { zone } = laid;
  const filters = filterTexts(where, locale);
  const hasClock = "clock" in kpiById(kpi).options;
  return {
    heading: say(locale, (t) => t.explain.receipt.period),
    lines: [
      periodTitle(laid, locale),
      say(locale, (t) => t.explain.moment, {
        from: momentText(laid.from, zone, locale),
        to: momentText(laid.to, zone, locale),
        zone,
      }),
      say(locale, (t) => t.explain.receipt.firstDay, { day: weekdayName(weekStarts, locale) }),
      say(locale, (t) => t.explain.receipt.workingTime, {
        time: say(locale, (t) => t.quantities.hours, {
          number: formatNumber(workingSeconds / 3_600, locale, { least: 0, most: 1 }),
        }),
      }),
      ...receipt.schedules.map(({ from, until }) =>
        from === null
          ? say(locale, (t) => t.explain.receipt.hoursBefore, { day: noteDay(until ?? "", locale) })
          : say(locale, (t) => t.explain.receipt.hoursSince, { day: noteDay(from, locale) }),
      ),
      ...(hasClock
        ? [
            say(locale, (t) =>
              clock === "business"
                ? t.explain.receipt.inWorkingTime
                : t.explain.receipt.aroundTheClock,
            ),
          ]
        : []),
      ...(filters.length === 0 ? [say(locale, (t) => t.explain.receipt.noFilters)] : filters),
    ],
  };
}

/** 1 November 2026 is a Sunday. */
const weekdayName = (weekStarts: string, locale: Locale): string => {
  const days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
  const day = Math.max(0, days.indexOf(weekStarts));
  return dateFormat(locale, { weekday: "long", timeZone: "UTC" }).format(
    Date.UTC(2026, 10, 1 + day),
  );
};

function rows({ rows: counted }: Receipt, locale: Locale): SheetSection {
  const { inPeriod, used, leftOut } = counted;
  const others = inPeriod === null ? 0 : inPeriod - used;
  return {
    heading: say(locale, (t) => t.explain.receipt.rows),
    lines: [
      ...(inPeriod === null
        ? []
        : [say(locale, (t) => t.explain.receipt.inPeriod, { count: inPeriod })]),
      say(locale, (t) => t.explain.receipt.used, { count: used }),
      ...(others > 0 ? [say(locale, (t) => t.explain.receipt.others, { count: others })] : []),
      ...leftOut.map(({ text }) => text),
    ],
  };
}

const sources = ({ sources: read }: Receipt, { locale, zone }: SheetReader): SheetSection => ({
  heading: say(locale, (t) => t.explain.receipt.sources),
  lines: read.flatMap((source) => [
    freshnessText(source, locale, zone),
    labelled(source.source, countsText(source, locale), locale),
    ...source.reasons.map(({ field, reason, count }) =>
      labelled(
        source.source,
        leftOutText(
          field,
          `${rowReasonText(reason, locale)} × ${numberFormat(locale).format(count)}`,
          locale,
        ),
        locale,
      ),
    ),
  ]),
});

const leftOutText = (field: string, text: string, locale: Locale): string =>
  field === "" ? text : labelled(field, text, locale);

const countsText = ({ rows: all, badRows, excluded }: ReceiptSource, locale: Locale): string =>
  say(locale, (t) => t.explain.receipt.sourceRows, { rows: all, bad: badRows, excluded });

function records(receipt: Receipt, locale: Locale): SheetSection {
  const { records: found } = receipt;
  const shown = found.records.length;
  return {
    heading: say(locale, (t) => t.explain.receipt.records),
    lines: [
      shown === 0
        ? say(locale, (t) => t.explain.receipt.noRecords)
        : say(locale, (t) => t.explain.receipt.recordsOf, { shown, total: found.total }),
    ],
    records: found.records.map((record) =>
      toSheetRecord(record, [partText(record, receipt, locale)]),
    ),
  };
}

function partText({ part }: FoundRecord, { unit, formula: made }: Receipt, locale: Locale): string {
  if (part === null || made.take === "sum" || made.take === "none") return "";
  if (unit === "seconds") return formatDuration(part, locale, { least: 0, most: 1 });
  if (unit !== "percent" && unit !== "points") return numberFormat(locale).format(part);
  if (part === 0) return say(locale, (t) => t.explain.receipt.addsNothing);
  return say(locale, (t) => (part > 0 ? t.explain.receipt.adds : t.explain.receipt.countsAgainst));
}

const statements = ({ statements: sent }: Receipt, locale: Locale): SheetSection => ({
  heading: say(locale, (t) => t.explain.receipt.sql),
  lines: [],
  code: sent
    .map(({ sql, values }) =>
      [`${sql};`, ...values.map((value, at) => `-- $${at + 1} = ${String(value)}`)].join("\n"),
    )
    .join("\n\n"),
});
