import type { KindId } from "../kinds/index.ts";
import type { Where } from "./where.ts";

export type RecordKindId = Exclude<KindId, "measures">;

/**
 * A sum over the records of one kind, additive over days and segments. Its id is also the name
 * under which `measures` may deliver it ready-made; the two add up.
 */
export interface Input {
  readonly id: string;
  readonly kind: RecordKindId;
  /** The instant that puts a record into a period. */
  readonly at: string;
  /** Makes it a stock: not what began in the period, but what had begun and not ended at its end. */
  readonly until?: string;
  readonly take: Take;
  readonly where?: Where;
  /**
   * Events of which the records must tell at least one, somewhere: where no source says when tickets
   * are solved, none of them is open.
   */
  readonly hingesOn?: readonly string[];
  /** Where nobody delivers it, it counts as 0; without one of the others there is no figure. */
  readonly mayLack?: true;
}

/**
 * `count` and `sum` add up over periods and groups. A distinct count and the `spread` (the standard
 * deviation of single records) are asked anew for each.
 */
export type Take =
  | "count"
  | { readonly sum: string }
  | { readonly distinct: string }
  | { readonly spread: string };

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
export const isAdditive = (input: Input): boolean =>
  input.until === undefined && (typeof input.take === "string" || "sum" in input.take);
