import type { Delivery } from "../documents/shape.ts";
import { say } from "../i18n/say.ts";
import { sentences } from "../i18n/sentences.ts";

/** What the owner of a digest, or of a goal whose channel should have heard, is told, once, when it could not be delivered; `stops` where a refusal pauses it. */
export function ownerNotice(
  { digest, about, kind, locale, reason }: Delivery,
  stops: boolean,
): string {
  const why = say(locale, (t) => t.digests.reasons[reason ?? "unknown"]);
  if (kind === "alert") {
    return say(locale, (t) => t.digests.deadAlert, { goal: about ?? "", reason: why });
  }
  // Nobody asked for it.
  if (digest === "correction") return say(locale, (t) => t.digests.deadCorrection, { reason: why });
  if (kind === "asked") return say(locale, (t) => t.digests.deadAsked, { reason: why });
  const sentence = say(locale, (t) => t.digests.dead, { digest: digest ?? "", reason: why });
  const isPaused = stops && (reason === "refused" || reason === "shared");
  return isPaused ? sentences([sentence, say(locale, (t) => t.digests.paused)], locale) : sentence;
}
