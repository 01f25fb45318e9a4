import type { Delivery } from "../documents/shape.ts";
import { say } from "../i18n/say.ts";

/** What the owner of a digest hears, once, when it could not be delivered. */
export function ownerNotice({ channel, kind, locale, reason }: Delivery): string {
  const sentence = say(locale, (t) => t.digests.dead, {
    channel: `<#${channel}>`,
    reason: say(locale, (t) => t.digests.reasons[reason ?? "unknown"]),
  });
  const isPaused = reason === "refused" && kind === "scheduled";
  return isPaused ? `${sentence} ${say(locale, (t) => t.digests.paused)}` : sentence;
}
