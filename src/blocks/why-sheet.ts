import { aside } from "../i18n/aside.ts";
import { numberFormat } from "../i18n/formats.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { comparisonTitle } from "../periods/period-title.ts";
import { formatChange, formatQuantity } from "../quantities/format-quantity.ts";
import type { Why, WhyPart, WhySide } from "../reports/why.ts";
import { capital, clauses, filterTexts } from "./answer-texts.ts";
import { definitionText } from "./definition-text.ts";
import { keyText, segmentsText, sheetTitle } from "./sheet-texts.ts";
import type { Sheet, SheetSection } from "./sheet.ts";

/** So many are named in sentences, and so many stand in the table. */
const mostNamed = 3;
const mostRows = 12;

/** Why a figure moved, as a page of sections; `notes` are lines of what was noted meanwhile. */
export function whySheet(why: Why, notes: readonly string[], locale: Locale): Sheet {
  return {
    title: say(locale, (t) => t.explain.why.title, { title: sheetTitle(why, locale) }),
    sections: [
      change(why, locale),
      ...(hasChange(why) ? [partsSection(why, locale)] : []),
      ...(notes.length === 0
        ? []
        : [{ heading: say(locale, (t) => t.explain.why.notes), lines: notes }]),
    ],
  };
}

const hasChange = ({ comparison }: Why): boolean =>
  comparison !== null && comparison.change !== null;

function change(why: Why, locale: Locale): SheetSection {
  const { comparison, kpi, definition, changed, where, reason } = why;
  const about = [
    ...filterTexts(where, locale),
    ...(changed.length === 0 ? [] : [definitionText(definition, changed, kpi, locale)]),
  ];
  const heading = say(locale, (t) => t.explain.why.change);
  if (
    why.value === null ||
    comparison === null ||
    comparison.value === null ||
    comparison.change === null
  ) {
    const nothing = say(locale, (t) => t.explain.why.nothing);
    return { heading, lines: [nothing, ...(reason === null ? [] : [reason.text]), ...about] };
  }
  const { verdict } = comparison;
  const moved = say(locale, (t) => t.explain.why.moved, {
    before: figure(comparison.value, why, locale),
    now: figure(why.value, why, locale),
    change: clauses(
      [
        formatChange(comparison.change, why.unit, locale, why),
        verdict === null ? null : say(locale, (t) => t.answers[verdict]),
      ],
      locale,
    ),
  });
  return {
    heading,
    lines: [
      moved,
      capital(comparisonTitle(comparison.period, why.period, locale), locale),
      ...(verdict === "noise" ? [noiseText(why, locale)] : []),
      ...about,
    ],
  };
}

/** Parts that pull against each other can leave the whole where it was. */
const noiseText = ({ parts }: Why, locale: Locale): string =>
  say(locale, (t) =>
    parts.some(({ verdict }) => verdict === "clear")
      ? t.explain.why.hidesMore
      : t.explain.why.isNoise,
  );

function partsSection(why: Why, locale: Locale): SheetSection {
  const { by, parts, adds } = why;
  if (by.length === 0) {
    const heading = say(locale, (t) => t.explain.why.change);
    const told = why.unsplit.map(({ text }) => text);
    return {
      heading,
      lines: told.length > 0 ? told : [say(locale, (t) => t.explain.why.noSegments)],
    };
  }
  const segments = segmentsText(by, locale);
  const named = parts.filter(({ verdict }) => verdict === "clear").slice(0, mostNamed);
  const lines =
    adds === "none"
      ? [say(locale, (t) => t.explain.why.notAdditive)]
      : [
          ...(named.length === 0 ? [say(locale, (t) => t.explain.why.unclear)] : []),
          ...named.map((part) => whySentence(part, why, locale)),
          say(locale, (t) => t.explain.why.addUp),
        ];
  return {
    heading: say(locale, (t) => t.explain.why.parts, { segments }),
    lines,
    table: {
      columns: [
        capital(segments, locale),
        ...columnsOf(why).map((name) => say(locale, (t) => t.explain.why.columns[name])),
      ],
      rows: parts
        .slice(0, mostRows)
        .map((part) => [
          keyText(part.key, locale),
          ...columnsOf(why).map((name) => cell(name, part, why, locale)),
        ]),
    },
  };
}

type Column = "before" | "now" | "rate" | "mix" | "total" | "verdict";

function columnsOf({ adds }: Why): readonly Column[] {
  switch (adds) {
    case "ratio":
      return ["before", "now", "rate", "mix", "total", "verdict"];
    case "sum":
      return ["before", "now", "total", "verdict"];
    case "none":
      return ["before", "now"];
  }
}

function cell(name: Column, part: WhyPart, why: Why, locale: Locale): string {
  switch (name) {
    case "before":
    case "now":
      return sideText(part[name], why, locale);
    case "rate":
    case "mix":
    case "total":
      return changeText(part[name], why, locale);
    case "verdict":
      return say(locale, (t) => t.explain.why.verdict[part.verdict]);
  }
}

const sideText = ({ value, sample }: WhySide, why: Why, locale: Locale): string => {
  const text = figure(value, why, locale);
  return why.adds === "sum" ? text : aside(text, numberFormat(locale).format(sample), locale);
};

/** What moved the whole most, in one sentence. */
export function whySentence(part: WhyPart, why: Why, locale: Locale): string {
  const { before, now, because } = part;
  const values = {
    key: keyText(part.key, locale),
    part: changeText(
      part[because === "mix" ? "mix" : because === "rate" ? "rate" : "total"],
      why,
      locale,
    ),
    before: figure(before.value, why, locale),
    now: figure(now.value, why, locale),
  };
  const count = numberFormat(locale);
  switch (because) {
    case "mix":
      return say(locale, (t) => t.explain.why.mix, {
        ...values,
        before: shareText(before, locale),
        now: shareText(now, locale),
        value: figure(now.value ?? before.value, why, locale),
      });
    case "rate":
      return say(locale, (t) => t.explain.why.rate, {
        ...values,
        records: say(locale, (t) => t.explain.why.records, {
          before: count.format(before.sample),
          now: count.format(now.sample),
        }),
      });
    case "count":
    case null:
      return say(locale, (t) => t.explain.why.count, values);
  }
}

const shareText = ({ share }: WhySide, locale: Locale): string =>
  formatQuantity((share ?? 0) * 100, "percent", locale, { sample: 0 });

/** Shares have a second decimal, so that parts of them still show. */
const figure = (value: number | null, { unit, sample, currency }: Why, locale: Locale): string =>
  value === null
    ? say(locale, (t) => t.answers.noData)
    : formatQuantity(value, unit, locale, { sample, currency });

const changeText = (
  value: number | null,
  { unit, sample, currency }: Why,
  locale: Locale,
): string => (value === null ? "–" : formatChange(value, unit, locale, { sample, currency }));
