import type { Goal } from "../goals/goal.ts";
import type { TargetFault, TargetScale } from "../goals/target.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { longestQuantity, plainText } from "../src/quantities/parse-number.ts";
import { parseQuantity } from "../src/quantities/parse-quantity.ts";

export type BandFault =
  | Extract<TargetFault, { readonly fault: "out_of_range" }>
  /** A band is kept, not reached. */
  | { readonly fault: "band_reach" }
  /** Of a KPI that has a better side one value says it. */
  | { readonly fault: "band_sided" }
  | { readonly fault: "band_order"; readonly low: number; readonly high: number };

export interface Band {
  readonly low: number;
  readonly high: number;
}

/** What a band is read against. */
export interface BandScale extends TargetScale {
  readonly direction: Goal["direction"];
  /** Null where neither more nor less is better. */
  readonly towards: Goal["towards"] | null;
}

/** The two ends, as the language has it. */
const forms = [
  /^(?:between|from|от|с|между)? ?(?<low>.+?) ?(?: to | and | до | по | и |-|~|\.{2,3}) ?(?<high>.+)$/u,
  /^(?<low>.+?)(?:에서|부터) ?(?<high>.+?)(?: ?(?:사이|까지))?$/u,
  /^(?:介於)?(?<low>.+?) ?(?:到|至|與|和) ?(?<high>.+?)(?: ?之?間)?$/u,
];

/** A band that a figure is to stay in, `between 70 and 85 %` or `70–85 %`; null for anything else. */
export function readBand(text: string, scale: BandScale, locale: Locale): Band | BandFault | null {
  if (text.length > longestQuantity) return null;
  const ends = endsOf(plainText(text));
  if (ends === null) return null;
  // The unit may stand behind the second alone.
  const unit = /\D*$/u.exec(ends.high)?.[0] ?? "";
  const read = (each: string) => parseQuantity(each, scale.unit, locale, scale.currency);
  const low = read(/\d$/u.test(ends.low) ? ends.low + unit : ends.low);
  const high = read(ends.high);
  // What is no number makes no band: it may be a count, `10개 중에서 7개`.
  if (typeof low !== "number" || typeof high !== "number") return null;
  if (scale.direction === "reach") return { fault: "band_reach" };
  if (scale.towards !== null) return { fault: "band_sided" };
  if (scale.unit === "percent" && high > 100) return { fault: "out_of_range", value: high };
  return low < high ? { low, high } : { fault: "band_order", low, high };
}

function endsOf(text: string): { readonly low: string; readonly high: string } | null {
  for (const form of forms) {
    const { low = "", high = "" } = form.exec(text)?.groups ?? {};
    if (/^\D{0,4}\d/u.test(low) && /^\D{0,4}\d/u.test(high)) return { low, high };
  }
  return null;
}
