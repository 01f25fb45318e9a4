import { aside } from "../../src/i18n/aside.ts";
import { listed } from "../../src/i18n/listed.ts";
import type { Locale } from "../../src/i18n/locale.ts";
import { say } from "../../src/i18n/say.ts";
import { definitionText } from "../../src/blocks/definition-text.ts";
import type { Segment } from "../../src/kinds/kind.ts";
import { kpiById, kpis, type KpiId } from "../../src/kpis/index.ts";
import type { Kpi } from "../../src/kpis/kpi.ts";
import type { OptionSpec } from "../../src/kpis/options.ts";
import { formatDuration } from "../../src/quantities/format-duration.ts";
import { formatQuantity } from "../../src/quantities/format-quantity.ts";
import type { Reports } from "../../src/reports/reports.ts";
import type { Choice, Page } from "../command.ts";
import { page } from "../page.ts";

/** What can be asked, with buttons to try. */
export function guidePage(locale: Locale): Page {
  return page(
    [
      say(locale, (t) => t.words.guide.ask),
      say(locale, (t) => t.words.guide.periods),
      say(locale, (t) => t.words.guide.split),
      say(locale, (t) => t.words.guide.filter),
      say(locale, (t) => t.words.guide.about),
      say(locale, (t) => t.words.guide.language),
    ],
    {
      title: say(locale, (t) => t.words.guide.title),
      choices: [
        ask(kpiById("fcr"), "last-week", locale),
        ask(kpiById("csat"), "last-month", locale, "channel"),
        ask(kpiById("first_response_time"), "this-week", locale),
        { label: say(locale, (t) => t.words.listButton), words: "kpi list" },
      ],
    },
  );
}

/** Every KPI with the name to type. */
export function listPage(locale: Locale): Page {
  return page([], {
    title: say(locale, (t) => t.words.list.title),
    table: {
      columns: [
        say(locale, (t) => t.words.list.name),
        say(locale, (t) => t.words.list.id),
        say(locale, (t) => t.words.list.unit),
        say(locale, (t) => t.words.list.meaning),
      ],
      rows: kpis.map((kpi) => [
        kpi.title[locale],
        kpi.id,
        say(locale, (t) => t.words.units[kpi.unit]),
        firstSentence(kpi.meaning[locale]),
      ]),
    },
    choices: [{ label: say(locale, (t) => t.words.guideButton), words: "kpi" }],
  });
}

/** How a KPI is counted, by which every figure is made. */
export function definePage(
  id: KpiId,
  { configured, promised }: Pick<Reports, "configured" | "promised">,
  locale: Locale,
): Page {
  const kpi = kpiById(id);
  const lines = [
    kpi.meaning[locale],
    say(locale, (t) => t.words.define.formula, { formula: kpi.formula[locale] }),
    say(locale, (t) => t.words.define[kpi.better]),
    targetLine(kpi, promised(id), locale),
    ...guardrailLine(kpi, locale),
  ];
  const options = Object.entries(kpi.options);
  return page(lines, {
    title: aside(kpi.title[locale], kpi.id, locale),
    table: options.length === 0 ? null : optionTable(options, locale),
    choices: [ask(kpi, "last-week", locale), ask(kpi, "last-month", locale)],
    hint: say(locale, (t) => t.words.define.version, {
      definition: definitionText(`${kpi.id}@${kpi.version}`, configured(id), kpi.id, locale),
    }),
  });
}

const periodNames = {
  "last-week": (t) => t.periods.lastWeek,
  "last-month": (t) => t.periods.lastMonth,
  "this-week": (t) => t.periods.thisWeek,
} as const satisfies Readonly<Record<string, Parameters<typeof say>[1]>>;

/** A button labelled in the reader's language; what it says is the same in all. */
function ask(
  kpi: Kpi,
  period: keyof typeof periodNames,
  locale: Locale,
  by: Segment | null = null,
): Choice {
  const title = kpi.title[locale];
  const segments = by === null ? null : say(locale, (t) => t.answers.segments[by]);
  return {
    label: say(locale, (t) => t.answers.headline, {
      kpi:
        segments === null
          ? title
          : say(locale, (t) => t.answers.tableCaption, { kpi: title, segments }),
      period: say(locale, periodNames[period]),
    }),
    words: ["kpi", kpi.id, period, ...(by === null ? [] : ["by", by])].join(" "),
  };
}

function targetLine(
  { target, unit }: Kpi,
  promised: ReturnType<Reports["promised"]>,
  locale: Locale,
): string {
  if (promised.length > 0) {
    const each = promised.map(
      ({ name, share }) => `${name} ${formatQuantity(share, unit, locale)}`,
    );
    return say(locale, (t) => t.promises.define, { promises: listed(each, locale) });
  }
  if (target === null) return say(locale, (t) => t.words.define.noTarget);
  const written =
    typeof target === "number"
      ? formatQuantity(target, unit, locale)
      : listed(
          Object.entries(target).map(
            ([channel, value]) => `${channel} ${formatQuantity(value, unit, locale)}`,
          ),
          locale,
        );
  return say(locale, (t) => t.words.define.target, { target: written });
}

function guardrailLine({ guardrails }: Kpi, locale: Locale): readonly string[] {
  const titles = kpis.filter(({ id }) => guardrails.includes(id)).map(({ title }) => title[locale]);
  return titles.length === 0
    ? []
    : [say(locale, (t) => t.words.define.guardrails, { kpis: listed(titles, locale) })];
}

function optionTable(
  options: readonly (readonly [string, OptionSpec])[],
  locale: Locale,
): Page["table"] {
  return {
    caption: say(locale, (t) => t.words.define.options),
    columns: [
      say(locale, (t) => t.words.define.option),
      say(locale, (t) => t.words.define.byDefault),
      // Last, where a terminal leaves the room for a long list.
      say(locale, (t) => t.words.define.values),
    ],
    rows: options.map(([name, spec]) => [name, ...valuesOf(spec, locale)]),
  };
}

/** What holds where nothing is given, and what may be. */
function valuesOf(spec: OptionSpec, locale: Locale): readonly [string, string] {
  switch (spec.type) {
    case "choice":
      return [spec.values[0], listed(spec.values, locale)];
    case "duration":
      return [formatDuration(spec.seconds, locale), say(locale, (t) => t.words.define.duration)];
    case "days":
      return [`${spec.days}d`, say(locale, (t) => t.words.define.days, { most: spec.most })];
    case "shares":
      return ["–", say(locale, (t) => t.words.define.scores)];
    case "scores":
      return [
        listed(
          Object.entries(spec.scores).map(([points, places]) => `${points}: ${places.join("+")}`),
          locale,
        ),
        say(locale, (t) => t.words.define.scores),
      ];
  }
}

/** A table has room for one. */
const firstSentence = (text: string): string => /^.*?[.。](?=\s|$|[^\d])/u.exec(text)?.[0] ?? text;
