import { type HomePayload, type ModalPayload, checkView } from "./block-kit/check-view.ts";
import type { BlockFault } from "./block-kit/check-blocks.ts";
import { nameParts } from "./block-kit/name-parts.ts";
import type { HomeView, ModalView, View } from "./wire.ts";
import type { World } from "./world.ts";

export type Opened =
  | { readonly ok: true; readonly view: View }
  | { readonly ok: false; readonly error: string; readonly faults?: readonly BlockFault[] };

/** Slack piles up no more modals than these. */
const mostModals = 3;

function readModal(
  value: unknown,
  { workspace }: World,
): ModalPayload | Exclude<Opened, { ok: true }> {
  const checked = checkView(value);
  if (!checked.ok) return checked;
  if (checked.view.type !== "modal") return { ok: false, error: "invalid_arguments" };
  return { ...checked.view, blocks: nameParts(checked.view.blocks, () => workspace.nextId("b")) };
}

function frameOf(
  person: string,
  payload: ModalPayload,
  below: ModalView | undefined,
  world: World,
): ModalView {
  const id = world.workspace.nextId("V");
  return {
    kind: "modal",
    id,
    hash: world.workspace.nextId("h."),
    person,
    payload,
    rootId: below?.rootId ?? id,
    previousId: below?.id ?? null,
  };
}

/** Opens a modal over whatever the person had open. */
export function openModal(person: string, value: unknown, world: World): Opened {
  const payload = readModal(value, world);
  if ("ok" in payload) return payload;
  const view = frameOf(person, payload, undefined, world);
  world.workspace.setStack(person, [view]);
  return { ok: true, view };
}

export function pushModal(person: string, value: unknown, world: World): Opened {
  const stack = world.workspace.stack(person);
  if (stack.length >= mostModals) return { ok: false, error: "push_limit_reached" };
  const payload = readModal(value, world);
  if ("ok" in payload) return payload;
  const view = frameOf(person, payload, stack.at(-1), world);
  world.workspace.setStack(person, [...stack, view]);
  return { ok: true, view };
}

export function replaceModal(view: ModalView, value: unknown, world: World): Opened {
  const payload = readModal(value, world);
  if ("ok" in payload) return payload;
  const { workspace } = world;
  const replaced = { ...view, payload, hash: workspace.nextId("h.") };
  workspace.setStack(
    view.person,
    workspace.stack(view.person).map((each) => (each.id === view.id ? replaced : each)),
  );
  return { ok: true, view: replaced };
}

export function publishHome(person: string, value: unknown, world: World): Opened {
  const { workspace } = world;
  const checked = checkView(value);
  if (!checked.ok) return checked;
  if (checked.view.type !== "home") return { ok: false, error: "invalid_arguments" };
  const payload: HomePayload = {
    ...checked.view,
    blocks: nameParts(checked.view.blocks, () => workspace.nextId("b")),
  };
  const view: HomeView = {
    kind: "home",
    id: workspace.home(person)?.id ?? workspace.nextId("V"),
    hash: workspace.nextId("h."),
    person,
    payload,
  };
  workspace.setHome(view);
  return { ok: true, view };
}
