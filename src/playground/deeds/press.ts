import { liveElements } from "../block-kit/name-parts.ts";
import type { Deed, Outcome } from "../wire.ts";
import { failureOf, type World } from "../world.ts";
import { isOffered, type Remembered, toElementState, toStateValues } from "./given.ts";
import { payloadHead, payloadPlace, placeOf } from "./payload.ts";

/** Works a button, a picker or a dispatching input: `block_actions`. */
export async function press(
  deed: Extract<Deed, { kind: "press" }>,
  personId: string,
  world: World,
  found: Remembered,
): Promise<Outcome> {
  const place = placeOf(deed.source, personId, world);
  if (place === null) return { ok: false, error: "message_not_found" };
  const blocks = place.kind === "message" ? place.message.blocks : place.view.payload.blocks;
  const placed = liveElements(blocks);
  const pressed = placed.find(
    ({ blockId, element }) => blockId === deed.blockId && element.action_id === deed.actionId,
  );
  if (pressed === undefined || !isOffered(pressed.element, deed.given, found)) {
    return { ok: false, error: "element_not_found" };
  }
  const { element } = pressed;
  const delivered = await world.deliver("interactive", {
    ...payloadHead("block_actions", personId, world),
    ...payloadPlace(place, toStateValues(placed, deed.values, found), world),
    trigger_id: world.triggers.issue(personId),
    ...(place.kind === "message"
      ? {
          response_url: world.responseUrls.issue({
            channel: place.channel.id,
            person: personId,
            source: place.message,
          }),
        }
      : {}),
    actions: [
      {
        action_id: deed.actionId,
        block_id: deed.blockId,
        ...toElementState(element, deed.given, found),
        action_ts: (world.clock.now().getTime() / 1000).toFixed(6),
      },
    ],
  });
  return delivered.kind === "acked" ? { ok: true } : { ok: false, error: failureOf(delivered) };
}
