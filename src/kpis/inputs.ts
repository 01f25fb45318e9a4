import type { KindId } from "../kinds/index.ts";
import type { Segment } from "../kinds/kind.ts";
import type { Where } from "./where.ts";

export type RecordKindId = Exclude<KindId, "measures">;

/**
 * A sum over the records of one kind, additive over days and segments. Its id is also the name
 * under which `measures` may deliver it ready-made; the two add up.
 */
export interface Input {
  readonly id: string;
  readonly kind: RecordKindId;
  /** The instant (or day) that puts a record into a period. */
  readonly at: string;
  /** Makes it a stock: not what began in the period, but what had begun and not ended at its end. */
  readonly until?: string;
  /**
   * Makes it a stock of all that had begun by then, and not ended where `until` says: as the period
   * found it (`start`), or as it left it.
   */
  readonly asOf?: "start" | "end";
  /**
   * The last day of records that go on from the day `at` to it: they are in every period they touch,
   * and of a sum each period gets the part of its days.
   */
  readonly through?: string;
  /** How records without a channel are spread over the channels. */
  readonly spread?: Spread;
  /** Segments that neither narrow nor split it: the whole that the parts are shares of. */
  readonly ignores?: readonly Segment[];
  readonly take: Take;
  readonly where?: Where;
  /**
   * Events of which the records must tell at least one, somewhere: where no source says when tickets
   * are solved, none of them is open.
   */
  readonly hingesOn?: readonly string[];
  /** A kind it looks things up in: while that holds no records, looking finds nothing and says nothing. */
  readonly looksIn?: RecordKindId;
  /** Where nobody delivers it, it counts as 0; without one of the others there is no figure. */
  readonly mayLack?: true;
}

/** By declared parts of a hundred, or as the records of another input lie in the period. */
export type Spread = { readonly over: Readonly<Record<string, number>> } | { readonly as: Input };

/**
 * `count` and `sum` add up over periods and groups. A distinct count, the `spread` (the standard
 * deviation of single records), the `span` (the seconds from the first day of a column to the last)
 * and its `steps` (how often one day follows another) are asked anew for each.
 */
export type Take =
  | "count"
  | { readonly sum: string }
  | { readonly distinct: string }
  | { readonly spread: string }
  | { readonly span: string }
  | { readonly steps: string };

/** Inputs added and subtracted. */
export type Terms = readonly Term[];

export interface Term {
  readonly times: 1 | -1;
  readonly input: Input;
}

export const sumOf = (...inputs: readonly Input[]): Terms =>
  inputs.map((input) => ({ times: 1, input }));

export const minus = (terms: Terms, ...less: readonly Input[]): Terms => [
  ...terms,
  ...less.map((input) => ({ times: -1, input }) as const),
];

/** Whether the days of an input may be added up, so that `measures` can bring it ready-made. */
export const isAdditive = ({ until, asOf, through, ignores, take, where }: Input): boolean => {
  if (until !== undefined || asOf !== undefined || ignores !== undefined) return false;
  // A month's record is there on each of its days; its amount is not.
  if (take === "count") return through === undefined && !isOfWholePeriod(where);
  return "sum" in take && !isOfWholePeriod(where);
};

/** Conditions that a day alone answers otherwise than the period it lies in. */
function isOfWholePeriod(where: Where | undefined): boolean {
  if (where === undefined) return false;
  if ("beforePeriod" in where || "inPeriod" in where || "againBy" in where) return true;
  if ("not" in where) return isOfWholePeriod(where.not);
  return [...("all" in where ? where.all : []), ...("any" in where ? where.any : [])].some(
    isOfWholePeriod,
  );
}
