import { z } from "zod";
import type { Block } from "./blocks.ts";
import { type BlockFault, checkBlocks, faultsOf } from "./check-blocks.ts";
import { plainText } from "./text.ts";

const common = {
  blocks: z.array(z.unknown()).max(100),
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};
const frame = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("modal"),
    ...common,
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal("home"), ...common }),
]);

/** Slack refuses a view whose JSON is larger. */
const mostBytes = 250_000;

type Frame = z.infer<typeof frame>;
export type ModalPayload = Omit<Extract<Frame, { type: "modal" }>, "blocks"> & {
  readonly blocks: readonly Block[];
};
export type HomePayload = Omit<Extract<Frame, { type: "home" }>, "blocks"> & {
  readonly blocks: readonly Block[];
};

type Checked<V> =
  | { readonly ok: true; readonly view: V }
  | { readonly ok: false; readonly error: string; readonly faults: readonly BlockFault[] };

/** A view as Slack would take it, or what it would say instead. */
export function checkView(value: unknown): Checked<ModalPayload | HomePayload> {
  if (JSON.stringify(value)?.length > mostBytes) {
    return { ok: false, error: "view_too_large", faults: [] };
  }
  const parsed = frame.safeParse(value);
  if (!parsed.success) {
    return { ok: false, error: "invalid_arguments", faults: faultsOf(parsed.error, "/view") };
  }
  const checked = checkBlocks(parsed.data.blocks, parsed.data.type);
  if (!checked.ok) {
    return {
      ok: false,
      error: "invalid_arguments",
      faults: checked.faults.map((each) => ({ ...each, pointer: `/view${each.pointer}` })),
    };
  }
  const hasInput = checked.blocks.some(({ type }) => type === "input");
  if (parsed.data.type === "modal" && hasInput && parsed.data.submit === undefined) {
    const message = "submit is required when an input block is used";
    return {
      ok: false,
      error: "invalid_arguments",
      faults: [{ message, pointer: "/view/submit" }],
    };
  }
  return { ok: true, view: { ...parsed.data, blocks: checked.blocks } };
}
