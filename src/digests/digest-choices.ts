import { kpiTitle } from "../blocks/answer-texts.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { localDay } from "../periods/local-day.ts";
import type { ComposeAsked } from "./compose.ts";
import type { ComposedDigest } from "./digest.ts";
import type { Row } from "./posted-figures.ts";
import type { Mover } from "./movers.ts";
import { whereWords } from "./where-words.ts";

export interface ChoiceParts {
  /** The rows, those that matter most first. */
  readonly ranked: readonly Row[];
  /** What moved most; it is asked why. */
  readonly mover: Mover | undefined;
  /** The period as people type it, meaning the same however late somebody presses. */
  readonly period: string;
}

/** The same days in a file, whenever it is asked for. */
function fileOf(rows: readonly Row[], locale: Locale): ComposedDigest["choices"] {
  const [first] = rows;
  const period = first?.answer?.period;
  if (first === undefined || period === undefined) return [];
  const { zone, from, to } = period;
  const days = [from, new Date(to.getTime() - 1)].map((at) => localDay(at, zone)).join("..");
  const kpis = rows.map(({ kpi }) => kpi).join(",");
  return [
    {
      label: say(locale, (t) => t.people.export.button),
      words: `kpi export kpis:${kpis} ${days} ${whereWords(first.where)}`.trim(),
    },
  ];
}

/** To ask the two that matter most, why the largest mover moved, for the tables in a file and in the thread, and to set a goal. */
export function digestChoices(
  { key, locale, isPosted }: ComposeAsked,
  { ranked, mover, period }: ChoiceParts,
): ComposedDigest["choices"] {
  const wordsFor = ({ kpi, where, options }: Row): string => {
    const kind = options["kind"];
    const parts = [kpi, period, whereWords(where)];
    return [...parts, typeof kind === "string" ? `kind:${kind}` : ""]
      .filter((word) => word !== "")
      .join(" ");
  };
  const named = ({ kpi }: Row) => ({ kpi: kpiTitle(kpi, locale) });
  return [
    ...ranked.slice(0, 2).map((row) => ({
      label: say(locale, (t) => t.digests.ask, named(row)),
      words: `kpi ${wordsFor(row)}`,
    })),
    ...(mover === undefined
      ? []
      : [
          {
            label: say(locale, (t) => t.digestMore.why, named(mover)),
            words: `kpi why ${wordsFor(mover)}`,
          },
        ]),
    ...fileOf(ranked, locale),
    ...(isPosted
      ? [
          {
            label: say(locale, (t) => t.digestMore.details.button),
            words: `digest details ${key}`,
          },
        ]
      : []),
    { label: say(locale, (t) => t.digests.setGoal), words: "goal" },
  ];
}
