import type { Versus } from "../../src/reports/question.ts";
import { periodToWords } from "./period-to-words.ts";

/** The words of the guide for what to compare with. */
export function versusToWords(versus: Versus): string {
  if (versus === "target") return versus;
  return versus === "year-before" ? "same-period-last-year" : periodToWords(versus);
}
