import { isKpiId, kpiById } from "../src/kpis/index.ts";
import { longestQuantity, plainText } from "../src/quantities/parse-number.ts";

/** The part before or after the whole, as the language has it. */
const forms = [
  /^(?<part>\d{1,6}) (?:out )?(?:of|из) (?<whole>\d{1,6})$/u,
  /^(?<whole>\d{1,6}) ?개? ?중(?:에서?)? ?(?<part>\d{1,6}) ?개?$/u,
  /^(?<whole>\d{1,6}) ?[個項]? ?[中裡]的? ?(?<part>\d{1,6}) ?[個項]?$/u,
];

export interface OfCount {
  readonly part: number;
  readonly whole: number;
}

/** A count of milestones, `7 of 10`; null for anything else, and for more than all. */
export function readOfCount(text: string): OfCount | null {
  if (text.length > longestQuantity) return null;
  for (const form of forms) {
    const { part, whole } = form.exec(plainText(text))?.groups ?? {};
    const read = { part: Number(part), whole: Number(whole) };
    if ((100 * read.part) / read.whole <= 100) return read;
  }
  return null;
}

/** Whether it is a share of things that can be counted, so that a goal for it may be told as a count. */
export const countsMilestones = (id: string): boolean =>
  isKpiId(id) &&
  kpiById(id).unit === "percent" &&
  kpiById(id).kinds.every((kind) => kind === "milestones");
