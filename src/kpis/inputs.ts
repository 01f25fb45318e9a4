import type { KindId } from "../kinds/index.ts";
import type { Where } from "./where.ts";

/**
 * A sum over the records of one kind, additive over days and segments. Its id is also the name
 * under which `measures` may deliver it ready-made; the two add up.
 */
export interface Input {
  readonly id: string;
  readonly kind: Exclude<KindId, "measures">;
  /** The instant that puts a record into a period. */
  readonly at: string;
  readonly take: Take;
  readonly where?: Where;
}

/**
 * `count` and `sum` add up. `distinct` and `stock` do not: a distinct count is asked anew for each
 * period and group, a stock is what had begun (`at`) and not ended (`until`) at the period's end.
 */
export type Take =
  | "count"
  | { readonly sum: string }
  | { readonly distinct: string }
  | { readonly stock: { readonly until: string } };

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
