import { z } from "zod";
import type { Option } from "../block-kit/elements.ts";
import { liveElements } from "../block-kit/name-parts.ts";
import { toSlackView } from "../shapes.ts";
import { type Opened, pushModal, replaceModal } from "../views.ts";
import type { Deed, ModalView, Outcome } from "../wire.ts";
import { failureOf, type World } from "../world.ts";
import { toStateValues } from "./given.ts";
import { missingAnswers } from "./missing-answers.ts";
import { payloadHead } from "./payload.ts";

const answer = z.discriminatedUnion("response_action", [
  z.object({
    response_action: z.literal("errors"),
    errors: z.record(z.string(), z.string()),
  }),
  z.object({ response_action: z.literal("update"), view: z.unknown() }),
  z.object({ response_action: z.literal("push"), view: z.unknown() }),
  z.object({ response_action: z.literal("clear") }),
]);

function applyAnswer(view: ModalView, payload: unknown, world: World): Outcome {
  const { workspace } = world;
  const rest = workspace.stack(view.person).filter(({ id }) => id !== view.id);
  if (typeof payload !== "object" || payload === null || !("response_action" in payload)) {
    workspace.setStack(view.person, rest);
    return { ok: true };
  }
  const parsed = answer.safeParse(payload);
  if (!parsed.success) return { ok: false, error: "invalid_response_action" };
  switch (parsed.data.response_action) {
    case "errors": {
      const known = new Set(view.payload.blocks.map(({ block_id }) => block_id));
      const isOfHere = Object.keys(parsed.data.errors).every((id) => known.has(id));
      return isOfHere
        ? { ok: false, error: "field_errors", errors: parsed.data.errors }
        : { ok: false, error: "invalid_response_action" };
    }
    case "clear":
      workspace.setStack(view.person, []);
      return { ok: true };
    case "update":
      return outcomeOf(replaceModal(view, parsed.data.view, world));
    case "push":
      return outcomeOf(pushModal(view.person, parsed.data.view, world));
  }
}

const outcomeOf = (opened: Opened): Outcome =>
  opened.ok ? { ok: true } : { ok: false, error: opened.error };

/** Sends a form: `view_submission`, once Slack's own checks of its fields are passed. */
export async function submit(
  deed: Extract<Deed, { kind: "submit" }>,
  personId: string,
  world: World,
  found: (value: string) => Option | undefined,
): Promise<Outcome> {
  const { workspace } = world;
  const view = workspace.stack(personId).find(({ id }) => id === deed.viewId);
  if (view === undefined) return { ok: false, error: "view_not_found" };
  const placed = liveElements(view.payload.blocks);
  const errors = missingAnswers(view.payload.blocks, deed.values);
  if (Object.keys(errors).length > 0) return { ok: false, error: "field_errors", errors };
  const values = toStateValues(placed, deed.values, found);
  const delivered = await world.deliver("interactive", {
    ...payloadHead("view_submission", personId, world),
    trigger_id: world.triggers.issue(personId),
    view: toSlackView(view, workspace.seed, values),
    response_urls: [],
  });
  return delivered.kind === "acked"
    ? applyAnswer(view, delivered.payload, world)
    : { ok: false, error: failureOf(delivered) };
}

/** Closes a modal, or all of them: `view_closed` for those that asked to be told. */
export async function close(
  deed: Extract<Deed, { kind: "close" }>,
  personId: string,
  world: World,
): Promise<Outcome> {
  const { workspace } = world;
  const stack = workspace.stack(personId);
  const view = stack.find(({ id }) => id === deed.viewId);
  if (view === undefined) return { ok: false, error: "view_not_found" };
  const clears = deed.all || view.payload.clear_on_close === true;
  workspace.setStack(personId, clears ? [] : stack.slice(0, stack.indexOf(view)));
  if (view.payload.notify_on_close === true) {
    await world.deliver("interactive", {
      ...payloadHead("view_closed", personId, world),
      view: toSlackView(view, workspace.seed),
      is_cleared: clears,
    });
  }
  return { ok: true };
}
