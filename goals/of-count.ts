import { longestQuantity, plainText } from "../src/quantities/parse-number.ts";

/** The part before or after the whole, as the language has it. */
const forms = [
  /^(?<part>\d{1,6}) (?:out )?(?:of|из) (?<whole>\d{1,6})$/u,
  /^(?<whole>\d{1,6}) ?개? ?중(?:에서?)? ?(?<part>\d{1,6}) ?개?$/u,
  /^(?<whole>\d{1,6}) ?[個項]? ?[中裡]的? ?(?<part>\d{1,6}) ?[個項]?$/u,
];

/** A count of milestones, `7 of 10`, in percent; null for anything else. */
export function readOfCount(text: string): number | null {
  if (text.length > longestQuantity) return null;
  for (const form of forms) {
    const { part, whole } = form.exec(plainText(text))?.groups ?? {};
    const share = (100 * Number(part)) / Number(whole);
    if (share <= 100) return share;
  }
  return null;
}
