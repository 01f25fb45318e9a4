import { whySentence } from "../blocks/why-sheet.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { isKpiId } from "../kpis/index.ts";
import { formatChange } from "../quantities/format-quantity.ts";
import type { Answer } from "../reports/answer.ts";
import type { Why } from "../reports/why.ts";
import { sizeOf, storyOf } from "./choose.ts";
import type { ComposeAsked, ComposePorts } from "./compose.ts";
import { measuredTitle } from "./measure.ts";
import { periodMeant } from "./period-meant.ts";
import type { Row } from "./posted-figures.ts";

/** More reasons than that and none of them is remembered. */
const mostMovers = 3;

/** A row whose figure moved more than chance would. */
export interface Mover extends Row {
  readonly answer: Answer;
}

/** The rows that moved, the largest change first. */
export const moversAmong = (rows: readonly Row[]): readonly Mover[] =>
  rows
    .flatMap((row) => (row.answer === null ? [] : [{ ...row, answer: row.answer }]))
    .filter(hasMoved)
    .toSorted((a, b) => sizeOf(b.answer) - sizeOf(a.answer))
    .slice(0, mostMovers);

/** A target missed by a figure that stands still is no move. */
const hasMoved = ({ answer }: Mover): boolean =>
  storyOf(answer) !== "notCurrent" &&
  (answer.comparison?.verdict === "better" || answer.comparison?.verdict === "worse");

/** A line for each: how far it moved, and the part of the desk that moved it most. */
export async function moverLines(
  movers: readonly Mover[],
  asked: ComposeAsked,
  ports: ComposePorts,
): Promise<readonly string[]> {
  const lines = await Promise.all(movers.map((each) => moverLine(each, asked, ports)));
  return lines.flatMap((line) => line ?? []);
}

/** Null where the reason could not be measured: the row itself says that it moved. */
async function moverLine(
  { answer, ...measured }: Mover,
  asked: ComposeAsked,
  ports: ComposePorts,
): Promise<string | null> {
  const { locale } = asked;
  const { reports, onFault } = ports;
  const { kpi, where, options } = measured;
  if (!isKpiId(kpi)) return null;
  const question = {
    kpi,
    where,
    options,
    period: periodMeant(asked, ports).spec,
    by: [],
    every: null,
    versus: null,
    trend: false,
  };
  try {
    const why = await reports.why(question, locale);
    if ("fault" in why || "mustChoose" in why) return null;
    return say(locale, (t) => t.digestMore.mover, {
      kpi: measuredTitle({ ...measured, where: {} }, locale),
      change: formatChange(answer.comparison?.change ?? 0, answer.unit, locale, answer),
      reason: reasonOf(why, locale),
    });
  } catch (error) {
    onFault(kpi, error);
    return null;
  }
}

/** By the exact parts alone: what cannot be told from chance is no reason. */
function reasonOf(why: Why, locale: Locale): string {
  if (why.by.length > 0 && why.adds === "none") {
    return say(locale, (t) => t.digestMore.noParts);
  }
  const [clearest] = why.parts.filter(({ verdict }) => verdict === "clear");
  return clearest === undefined
    ? say(locale, (t) => t.digestMore.noReason)
    : whySentence(clearest, why, locale);
}
