import type { Segment } from "../../src/kinds/kind.ts";
import { foldName } from "../../src/kpis/fold-name.ts";
import type { KpiId } from "../../src/kpis/index.ts";
import type { PeriodSpec } from "../../src/periods/period.ts";
import type { PieceUnit } from "../../src/periods/pieces-of.ts";
import type { SheetVerb, WordsProblem } from "./asked.ts";
import type { TypedOption } from "./options.ts";
import type { Piece } from "./pieces.ts";
import type { Versus } from "../../src/reports/question.ts";
import { vocabulary, type Marker } from "./vocabulary.ts";

/** A filter as typed. */
export interface TypedFilter {
  readonly segment: Segment;
  readonly values: readonly string[];
  readonly isNot: boolean;
}

type OpenPeriod = Extract<Piece["meaning"], { readonly kind: "open" }> & {
  /** Whether it is what to compare with. */
  readonly isVersus: boolean;
};

/** The pieces sorted by what they are for. */
export interface Assembled {
  readonly kpis: readonly KpiId[];
  readonly periods: readonly PeriodSpec[];
  readonly versus: readonly Versus[];
  readonly by: readonly Segment[];
  readonly every: readonly PieceUnit[];
  /** A segment, or a unit of time, named without "by". */
  readonly alone: readonly Segment[];
  readonly timeAlone: readonly PieceUnit[];
  /** Dates of which one end is missing. */
  readonly open: readonly OpenPeriod[];
  readonly filters: readonly TypedFilter[];
  readonly options: readonly TypedOption[];
  readonly trend: boolean;
  readonly heat: boolean;
  readonly verb: "list" | "define" | "help" | SheetVerb | null;
  readonly problem: WordsProblem | null;
}

/** What has been read so far, and what the next piece is for. */
class Reading {
  readonly kpis: KpiId[] = [];
  readonly periods: PeriodSpec[] = [];
  readonly versus: Versus[] = [];
  readonly by: Segment[] = [];
  readonly every: PieceUnit[] = [];
  readonly alone: Segment[] = [];
  readonly timeAlone: PieceUnit[] = [];
  readonly open: OpenPeriod[] = [];
  readonly filters: TypedFilter[] = [];
  readonly options: TypedOption[] = [];
  trend = false;
  heat = false;
  verb: Assembled["verb"] = null;
  problem: WordsProblem | null = null;
  /** Marks still waiting for what they mark. */
  waitsBy = false;
  waitsVersus = false;
  waitsNot: string | null = null;
  waitsSince: "since" | "from" | "from_day" | null = null;
  isListing = false;
  isPareto = false;
  /** How many periods had been named when "with" was said. */
  withAt: number | null = null;
  /** The word before has said what to compare with: "vs" behind it has nothing more to take. */
  isCompared = false;
}

/** Sorts pieces; the words may stand in any order that reads naturally. */
export function assemble(pieces: readonly Piece[]): Assembled {
  const reading = new Reading();
  for (const [at, piece] of pieces.entries()) take(piece, reading, pieces[at + 1]);
  if (reading.isPareto && reading.kpis.length === 0) reading.kpis.push("ticket_volume");
  if (reading.waitsBy) reading.problem ??= incomplete("by_what");
  if (reading.waitsVersus) reading.problem ??= incomplete("compare_with_what");
  if (reading.waitsNot !== null) reading.problem ??= incomplete("not_what", reading.waitsNot);
  if (reading.waitsSince === "since") reading.problem ??= incomplete("since_when");
  return reading;
}

type Incomplete = Extract<WordsProblem, { readonly code: "incomplete" }>;

const incomplete = (what: Incomplete["what"], word = ""): Incomplete => ({
  code: "incomplete",
  what,
  word,
});

function take(piece: Piece, reading: Reading, next: Piece | undefined): void {
  const { meaning } = piece;
  if (endsList(meaning)) reading.isListing = false;
  switch (meaning.kind) {
    case "kpi":
      reading.kpis.push(meaning.kpi);
      if (meaning.option !== undefined) {
        const { key, value } = meaning.option;
        reading.options.push({ key, values: [value], text: piece.text });
      }
      break;
    case "period":
      takePeriod(meaning.spec, reading);
      break;
    case "segment":
    case "time":
    case "by_segment":
    case "by_time":
      takeSplit(meaning, reading);
      break;
    case "open":
      reading.open.push({ ...meaning, isVersus: reading.waitsVersus });
      reading.waitsVersus = false;
      break;
    case "pair":
      takePair(meaning.key, meaning.values, piece.text, reading);
      break;
    case "marker":
      markers[meaning.marker](reading, piece.text, next);
      reading.isCompared = meaning.marker === "target" || meaning.marker === "year_before";
      return;
    case "collision":
    case "unknown":
      break;
  }
  reading.isCompared = false;
}

type SplitMeaning = Extract<
  Piece["meaning"],
  { readonly kind: "segment" | "time" | "by_segment" | "by_time" }
>;

/** What to split by, with "by" in the same word, before it, or missing. */
function takeSplit(meaning: SplitMeaning, reading: Reading): void {
  if (meaning.kind === "by_segment" || meaning.kind === "by_time") beginList(reading);
  const listed = isListed(reading);
  if ("segment" in meaning) (listed ? reading.by : reading.alone).push(meaning.segment);
  else (listed ? reading.every : reading.timeAlone).push(meaning.unit);
}

const markers: Readonly<
  Record<Marker, (reading: Reading, text: string, next: Piece | undefined) => void>
> = {
  by: (reading) => {
    reading.waitsBy = true;
  },
  vs: (reading) => {
    reading.waitsVersus = true;
  },
  vs_after: versusBefore,
  vs_either: (reading, _text, next) => {
    if (reading.isCompared) return;
    const isAhead =
      next?.meaning.kind === "period" ||
      (next?.meaning.kind === "marker" && ["target", "year_before"].includes(next.meaning.marker));
    // 與上個月相比 names what to compare with before the word, 上週相比上個月 after it.
    if (isAhead && reading.withAt !== reading.periods.length - 1) reading.waitsVersus = true;
    else versusBefore(reading);
  },
  not: (reading, text) => {
    reading.waitsNot = text;
  },
  not_after: notBefore,
  since: (reading) => {
    reading.waitsSince = "since";
  },
  from: (reading) => {
    reading.waitsSince ??= "from";
  },
  from_day: (reading) => {
    reading.waitsSince ??= "from_day";
  },
  since_after: sinceBefore,
  target: (reading) => {
    reading.waitsVersus = false;
    reading.versus.push("target");
  },
  year_before: (reading) => {
    reading.waitsVersus = false;
    reading.versus.push("year-before");
  },
  trend: (reading) => {
    reading.trend = true;
  },
  heat: (reading) => {
    reading.heat = true;
  },
  list: (reading) => {
    reading.verb ??= "list";
  },
  define: (reading) => {
    reading.verb ??= "define";
  },
  help: (reading) => {
    reading.verb ??= "help";
  },
  receipt: (reading) => {
    reading.verb ??= "receipt";
  },
  why: (reading) => {
    reading.verb ??= "why";
  },
  top: (reading) => {
    reading.verb ??= "top";
  },
  pareto: (reading) => {
    reading.verb ??= "top";
    reading.isPareto = true;
  },
  with: (reading) => {
    reading.withAt = reading.periods.length;
  },
  filler: () => {},
};

function takePeriod(spec: PeriodSpec, reading: Reading): void {
  // "csat from yesterday" asks for yesterday alone; "с вчерашнего дня" does not.
  const isSince =
    reading.waitsSince !== null && !(reading.waitsSince === "from" && spec.kind === "day");
  const since = isSince ? toSince(spec) : null;
  if (reading.waitsSince === "since" && since === null && spec.kind !== "range") {
    reading.problem ??= incomplete("since_when");
  }
  reading.waitsSince = null;
  if (reading.waitsVersus) reading.versus.push(since ?? spec);
  else reading.periods.push(since ?? spec);
  reading.waitsVersus = false;
}

/** "since" goes with one day. */
function toSince(spec: PeriodSpec): PeriodSpec | null {
  if (spec.kind === "day") return { kind: "since", day: spec.which };
  if (spec.kind === "range" && spec.from === spec.to) return { kind: "since", day: spec.from };
  return null;
}

/** Whether the piece stands behind "by", or behind another that does; those after it then do too. */
function isListed(reading: Reading): boolean {
  if (reading.waitsBy) beginList(reading);
  return reading.isListing;
}

function beginList(reading: Reading): void {
  reading.waitsBy = false;
  reading.isListing = true;
}

/** "by agent and month" goes on over particles. */
const endsList = (meaning: Piece["meaning"]): boolean =>
  meaning.kind === "marker"
    ? !["filler", "with"].includes(meaning.marker)
    : !["segment", "time"].includes(meaning.kind);

function takePair(key: string, values: readonly string[], text: string, reading: Reading): void {
  const known = vocabulary.get(foldName(key))?.meaning;
  if (values.length === 0) {
    reading.problem ??= incomplete("no_value", key);
  } else if (known?.kind === "segment") {
    // Search boxes have taught people to leave out with a minus: `-channel:email`.
    const isNot = reading.waitsNot !== null || key.startsWith("-");
    reading.filters.push({ segment: known.segment, values, isNot });
    reading.waitsNot = null;
  } else reading.options.push({ key, values, text });
}

/** The period just named is what to compare with: "지난달 대비". */
function versusBefore(reading: Reading): void {
  if (reading.isCompared) return;
  const last = reading.periods.pop();
  const open = last === undefined ? reading.open.pop() : undefined;
  if (last !== undefined) reading.versus.push(last);
  else if (open !== undefined) reading.open.push({ ...open, isVersus: true });
  else if (!reading.versus.includes("target")) reading.waitsVersus = true;
}

function notBefore(reading: Reading, text: string): void {
  const last = reading.filters.pop();
  if (last === undefined) reading.problem ??= incomplete("not_what", text);
  else reading.filters.push({ ...last, isNot: true });
}

function sinceBefore(reading: Reading): void {
  const last = reading.periods.pop();
  const since = last === undefined ? null : toSince(last);
  if (since !== null) reading.periods.push(since);
  else if (last === undefined) reading.problem ??= incomplete("since_when");
  // "from 1 to 15 on": the range has said it already.
  else reading.periods.push(last);
}
