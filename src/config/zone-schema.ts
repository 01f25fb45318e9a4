import { z } from "zod";
import { didYouMean, nearest } from "./did-you-mean.ts";
import { expectation } from "./expectation.ts";

/** An IANA zone, in the case the zone database writes it. */
export const zoneSchema = z.string().transform((text, context) => {
  const zone = zoneNamed(text);
  if (zone !== null) return zone;
  const zones = Intl.supportedValuesOf("timeZone");
  const city = zones.find((each) => each.split("/").at(-1) === nearest(text, citiesOf(zones)));
  const hint = didYouMean(text, zones) ?? (city === undefined ? null : `Did you mean "${city}"?`);
  context.addIssue(expectation("an IANA time zone such as Europe/Berlin", hint));
  return z.NEVER;
});

const citiesOf = (zones: readonly string[]): readonly string[] =>
  zones.map((zone) => zone.split("/").at(-1) ?? zone);

function zoneNamed(text: string): string | null {
  // Offsets such as +02:00 pass as zones, but know no summer time.
  if (!/^[A-Z][\w+-]*(?:\/[\w+-]+)*$/iu.test(text)) return null;
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions();
    return timeZone.toLowerCase() === text.toLowerCase() ? timeZone : text;
  } catch {
    return null;
  }
}
