import { toSlackMessage } from "../shapes.ts";
import type { Deed, Outcome } from "../wire.ts";
import { failureOf, type World } from "../world.ts";
import { payloadHead, placeOf } from "./payload.ts";

/** Runs a shortcut: anywhere, or on one message. */
export async function shortcut(
  deed: Extract<Deed, { kind: "shortcut" }>,
  personId: string,
  world: World,
): Promise<Outcome> {
  const known = world.shortcuts.find(({ callbackId }) => callbackId === deed.callbackId);
  if (known === undefined) return { ok: false, error: "shortcut_not_found" };
  const place = deed.source === null ? null : placeOf(deed.source, personId, world);
  if (known.type === "message" && place?.kind !== "message") {
    return { ok: false, error: "message_not_found" };
  }
  const trigger_id = world.triggers.issue(personId);
  const head = { callback_id: known.callbackId, trigger_id, action_ts: trigger_id };
  const payload =
    place?.kind === "message"
      ? {
          ...payloadHead("message_action", personId, world),
          ...head,
          channel: { id: place.channel.id, name: place.channel.name },
          message_ts: place.message.ts,
          message: toSlackMessage(place.message, world.workspace.seed),
          response_url: world.responseUrls.issue({
            channel: place.channel.id,
            person: personId,
            source: null,
          }),
        }
      : { ...payloadHead("shortcut", personId, world), ...head };
  const delivered = await world.deliver("interactive", payload);
  return delivered.kind === "acked" ? { ok: true } : { ok: false, error: failureOf(delivered) };
}
