import type { Locale } from "../i18n/locale.ts";
import { numberFormat } from "../i18n/formats.ts";
import { say } from "../i18n/say.ts";
import { formatDuration } from "../quantities/format-duration.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import type { FoundRecord } from "../records/query-records.ts";
import type { Top } from "../reports/top.ts";
import { filterTexts } from "./answer-texts.ts";
import { definitionText } from "./definition-text.ts";
import { paretoSection } from "./pareto-section.ts";
import { toSheetRecord } from "./sheet-record.ts";
import { keyText, momentText, sheetTitle } from "./sheet-texts.ts";
import type { Sheet, SheetSection } from "./sheet.ts";

/** What lies behind a figure, as a page of sections. */
export function topSheet(top: Top, locale: Locale): Sheet {
  const { kpi, definition, changed, where, reason } = top;
  const about = [
    ...(reason === null ? [] : [reason.text]),
    ...filterTexts(where, locale),
    ...(changed.length === 0 ? [] : [definitionText(definition, changed, kpi, locale)]),
  ];
  const section =
    top.ranking === "segments" ? segmentsSection(top, locale) : recordsSection(top, locale);
  return {
    title: say(locale, (t) => t.explain.top.title, { title: sheetTitle(top, locale) }),
    sections: [{ ...section, lines: [...section.lines, ...about] }],
  };
}

function recordsSection(top: Top, locale: Locale): SheetSection {
  const { records, total } = top.records;
  return {
    heading: say(locale, (t) => t.explain.top[top.ranking]),
    lines: [
      total === 0
        ? say(locale, (t) => t.explain.top.none)
        : say(locale, (t) => t.explain.top.shown, { shown: records.length, total }),
    ],
    records: records.map((record) => toSheetRecord(record, textsOf(record, top, locale))),
  };
}

/** What it brought to the figure, when it was, and where it belongs. */
const textsOf = (record: FoundRecord, top: Top, locale: Locale): readonly string[] => [
  partText(record, top, locale),
  momentText(record.at, top.period.zone, locale),
  record.channel ?? "",
  record.topic ?? "",
];

function partText({ part }: FoundRecord, { ranking, unit }: Top, locale: Locale): string {
  if (part === null || (ranking !== "largest" && ranking !== "smallest")) return "";
  return unit === "seconds"
    ? formatDuration(part, locale, { least: 0, most: 1 })
    : numberFormat(locale).format(part);
}

function segmentsSection(top: Top, locale: Locale): SheetSection {
  if (top.pareto !== null) return paretoSection(top.pareto, locale);
  const known = top.segments.filter(({ value }) => value !== null);
  const records = known.map(({ key, value }) => ({
    id: keyText(key, locale),
    url: null,
    text: formatQuantity(value ?? 0, top.unit, locale, { currency: top.currency }),
  }));
  return {
    heading: say(locale, (t) => t.explain.top.segments),
    lines: records.length === 0 ? [say(locale, (t) => t.explain.top.noSegments)] : [],
    records,
  };
}
