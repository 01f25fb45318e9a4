import type { Terms } from "./inputs.ts";
import type { Blind, Figure } from "./kpi.ts";

/** A share in percent. */
export const share = (
  numerator: Terms,
  denominator: Terms,
  blind?: Blind,
): Extract<Figure, { readonly take: "ratio" }> => ({
  take: "ratio",
  numerator,
  denominator,
  times: 100,
  ...(blind === undefined ? {} : { blind }),
});
