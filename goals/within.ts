import { parseDuration } from "../src/quantities/parse-duration.ts";
import { longestQuantity, plainText } from "../src/quantities/parse-number.ts";

export interface Within {
  /** The share, as it was written: `90 %`. */
  readonly share: string;
  readonly seconds: number;
}

/** Before or after the time, as the language has it. */
const forms = [
  /^(?<share>.+?)(?: answered| ответов| обращений)? (?:within|in|за|в течение|в пределах) (?<time>.+)$/u,
  /^(?<time>.+?) ?(?:이내에?|안에) ?(?<share>.+?)(?: ?응답)?$/u,
  /^(?<share>\S+(?: %)?) (?<time>.+?) ?(?:이내에?|안에)(?: ?응답)?$/u,
  /^(?:在)? ?(?<time>.+?) ?(?:以內|之內|內) ?(?:達|回應)? ?(?<share>.+)$/u,
  /^(?<share>\S+?(?: %)?) ?(?:在|於) ?(?<time>.+?) ?(?:以內|之內|內)(?: ?回應)?$/u,
];

/** S2's own form of a goal, "Y % within X"; null for anything else. */
export function readWithin(text: string): Within | null {
  if (text.length > longestQuantity) return null;
  for (const form of forms) {
    const { share, time } = form.exec(plainText(text))?.groups ?? {};
    const seconds = time === undefined ? null : parseDuration(time);
    if (share !== undefined && typeof seconds === "number") return { share, seconds };
  }
  return null;
}
