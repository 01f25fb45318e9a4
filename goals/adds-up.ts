import { isAdditive, type Terms } from "../src/kpis/inputs.ts";
import type { Figure } from "../src/kpis/kpi.ts";

/**
 * How a figure of two stretches of time comes out of both: a `ratio` of the sums of each, a `sum` of
 * both; null where it must be counted anew (a median, different customers, a stock).
 */
export function addsUp(figure: Figure): "ratio" | "sum" | null {
  switch (figure.take) {
    case "ratio":
      return areAdditive([...figure.numerator, ...figure.denominator]) ? "ratio" : null;
    case "sum":
      return areAdditive(figure.terms) ? "sum" : null;
    case "percentile":
    case "product":
    case "none":
      return null;
  }
}

const areAdditive = (terms: Terms): boolean => terms.every(({ input }) => isAdditive(input));
