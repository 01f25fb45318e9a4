import { z } from "zod";
import type { Option } from "../block-kit/elements.ts";
import { liveElements } from "../block-kit/name-parts.ts";
import { anyText, words } from "../block-kit/text.ts";
import type { Choice, Deed, Outcome } from "../wire.ts";
import { failureOf, type World } from "../world.ts";
import { toChoice } from "./given.ts";
import { payloadHead, payloadPlace, placeOf } from "./payload.ts";

const option = z.object({
  text: anyText(75),
  value: words(150),
  description: anyText(75).optional(),
});
const answer = z.object({
  options: z.array(option).max(100).optional(),
  option_groups: z
    .array(z.object({ label: anyText(75), options: z.array(option).max(100) }))
    .max(100)
    .optional(),
});

/** Asks the app for the options of an external select: `block_suggestion`. */
export async function lookUp(
  deed: Extract<Deed, { kind: "look_up" }>,
  personId: string,
  world: World,
  remember: (option: Option) => void,
): Promise<Outcome> {
  const place = placeOf(deed.source, personId, world);
  if (place === null) return { ok: false, error: "message_not_found" };
  const blocks = place.kind === "message" ? place.message.blocks : place.view.payload.blocks;
  const isThere = liveElements(blocks).some(
    ({ blockId, element }) =>
      blockId === deed.blockId &&
      element.action_id === deed.actionId &&
      element.type === "external_select",
  );
  if (!isThere) return { ok: false, error: "element_not_found" };
  const delivered = await world.deliver("interactive", {
    ...payloadHead("block_suggestion", personId, world),
    ...payloadPlace(place, {}, world),
    action_id: deed.actionId,
    block_id: deed.blockId,
    value: deed.text,
  });
  if (delivered.kind !== "acked") return { ok: false, error: failureOf(delivered) };
  const parsed = answer.safeParse(delivered.payload);
  if (!parsed.success) return { ok: false, error: "invalid_options" };
  const groups = [
    { label: null, options: parsed.data.options ?? [] },
    ...(parsed.data.option_groups ?? []).map(({ label, options }) => ({
      label: label.text,
      options,
    })),
  ];
  const choices: Choice[] = [];
  for (const { label, options } of groups) {
    for (const each of options) {
      remember(each);
      choices.push(toChoice(each, label));
    }
  }
  return { ok: true, choices };
}
