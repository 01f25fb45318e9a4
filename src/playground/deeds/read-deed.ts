import { z } from "zod";
import type { Deed } from "../wire.ts";

const given = z.union([z.string(), z.array(z.string()), z.null()]);
const values = z.record(z.string(), z.record(z.string(), given));
const source = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("message"), channel: z.string(), ts: z.string() }),
  z.object({ kind: z.literal("view"), id: z.string() }),
]);
const element = { source, blockId: z.string(), actionId: z.string() };

const deed = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("say"),
    channel: z.string(),
    text: z.string().max(40_000),
    threadTs: z.string().nullable(),
  }),
  z.object({ kind: z.literal("press"), ...element, given, values }),
  z.object({ kind: z.literal("look_up"), ...element, text: z.string().max(3000) }),
  z.object({ kind: z.literal("submit"), viewId: z.string(), values }),
  z.object({ kind: z.literal("close"), viewId: z.string(), all: z.boolean() }),
  z.object({ kind: z.literal("open_home"), tab: z.enum(["home", "messages"]) }),
  z.object({ kind: z.literal("shortcut"), callbackId: z.string(), source: source.nullable() }),
  z.object({ kind: z.literal("invite_bot"), channel: z.string() }),
  z.object({ kind: z.literal("dismiss"), channel: z.string(), ts: z.string() }),
  z.object({ kind: z.literal("complete"), line: z.string().max(3000) }),
]);
const request = z.object({ as: z.string(), deed });

/** What the page asks for and for whom; null when it is no such thing. */
export function readDeed(value: unknown): { readonly as: string; readonly deed: Deed } | null {
  return request.safeParse(value).data ?? null;
}
