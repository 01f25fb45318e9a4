import type { Goal } from "../../goals/goal.ts";
import { freshnessText, labelled } from "../blocks/answer-texts.ts";
import { aside } from "../i18n/aside.ts";
import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import type { Freshness } from "../reports/answer.ts";
import type { ComposeAsked, ComposePorts } from "./compose.ts";
import { correctionText } from "./correction-text.ts";
import type { Correction } from "./corrections.ts";
import { measuredTitle } from "./measure.ts";
import type { Row } from "./posted-figures.ts";
import { sayDay, sayShortInstant } from "./say-when.ts";
import { whereTitle } from "./where-words.ts";

/** Later than this and the reader is told why. */
export const lateMs = 5 * 60_000;

export interface RemarkParts {
  readonly corrections: readonly Correction[];
  readonly rows: readonly Row[];
  readonly fresh: readonly Freshness[];
  /** What was made easier in goals for which there was no room. */
  readonly eased: readonly string[];
  /** Goals for which there was no room. */
  readonly goalsLeft: number;
  /** Goals that could not be measured. */
  readonly goalsFailed: readonly Goal[];
  readonly isOfAgents: boolean;
}

/** What to know beside the figures: what was wrong before, why it comes now, what it leaves out. */
export function digestRemarks(
  asked: ComposeAsked,
  { corrections, rows, fresh, eased, goalsLeft, goalsFailed, isOfAgents }: RemarkParts,
  ports: ComposePorts,
): readonly string[] {
  const { locale, zone, where, movedFrom } = asked;
  return [
    ...corrections.map((each) => correctionText(each, ports.periods.zone, locale)),
    ...(movedFrom === null
      ? []
      : [say(locale, (t) => t.digests.moved, { day: sayDay(movedFrom, locale) })]),
    ...lateRemark(asked, ports),
    ...skippedRemark(asked),
    ...(whereTitle(where, locale) === ""
      ? []
      : [say(locale, (t) => t.digests.onlyFor, { where: whereTitle(where, locale) })]),
    ...(isOfAgents ? [say(locale, (t) => t.digests.errors.agents)] : []),
    ...rows.flatMap(({ answer, ...row }) =>
      answer === null
        ? [
            say(locale, (t) => t.digests.failed, {
              kpi: measuredTitle({ ...row, where: {} }, locale),
            }),
          ]
        : [],
    ),
    ...goalsFailed.map((goal) =>
      say(locale, (t) => t.digestMore.goalFailed, {
        goal: aside(measuredTitle(goal, locale), goal.id, locale),
      }),
    ),
    ...holes(rows, locale),
    ...new Set(
      fresh
        .filter(({ state }) => state !== "fresh")
        .map((each) => freshnessText(each, locale, zone)),
    ),
    ...oddPulls(rows),
    ...eased,
    ...(goalsLeft === 0 ? [] : [say(locale, (t) => t.digests.goalsLeftOut, { count: goalsLeft })]),
  ];
}

/** What was strange about the pulls that the figures are of; once, however many figures that are. */
const oddPulls = (rows: readonly Row[]): ReadonlySet<string> =>
  new Set(
    rows
      .flatMap(({ answer }) => answer?.warnings ?? [])
      .filter(({ code }) => code === "source_odd" || code === "source_empty")
      .map(({ text }) => text),
  );

/** Why a row stands empty; said once of all that are for the same reason. */
function holes(rows: readonly Row[], locale: Locale): readonly string[] {
  const titles = new Map<string, readonly string[]>();
  for (const { answer, ...row } of rows) {
    const reason = answer?.value === null ? answer.reason : null;
    if (reason === null || reason === undefined) continue;
    const before = titles.get(reason.text) ?? [];
    titles.set(reason.text, [...before, measuredTitle({ ...row, where: {} }, locale)]);
  }
  return [...titles].map(([text, kpis]) => labelled(listed(kpis, locale), text, locale));
}

function lateRemark(
  { dueAt, hasWaited, hasFailed, locale, zone }: ComposeAsked,
  { clock }: ComposePorts,
): string[] {
  const now = clock.now();
  if (dueAt === null || now.getTime() - dueAt.getTime() <= lateMs) return [];
  return [
    say(
      locale,
      (t) =>
        hasWaited ? t.digestMore.waited : hasFailed ? t.digestMore.notBefore : t.digests.late,
      {
        due: sayShortInstant(dueAt, locale, zone),
        now: sayShortInstant(now, locale, zone),
      },
    ),
  ];
}

const skippedRemark = ({ skipped, locale }: ComposeAsked): string[] =>
  skipped.length === 0
    ? []
    : [
        say(locale, (t) => t.digests.skipped, {
          count: skipped.length,
          weeks: listed(skipped, locale),
        }),
      ];
