import type { Terms } from "./inputs.ts";
import type { Figure } from "./kpi.ts";

/** A share in percent. */
export const share = (numerator: Terms, denominator: Terms): Figure => ({
  take: "ratio",
  numerator,
  denominator,
  times: 100,
});
