import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../clock.ts";
import { checkBlocks } from "./block-kit/check-blocks.ts";
import { nameParts } from "./block-kit/name-parts.ts";
import type { Message } from "./wire.ts";
import type { Workspace } from "./workspace.ts";

interface Target {
  readonly channel: string;
  readonly person: string;
  /** The message it answers to, which `replace_original` and `delete_original` mean. */
  readonly source: Message | null;
}

/** Addresses an app may answer to, five times within half an hour each. */
export interface ResponseUrls {
  readonly issue: (target: Target) => string;
  /** Null when taken, or Slack's word for why not. */
  readonly take: (token: string, body: unknown) => string | null;
  /** What an acknowledgement with a message in it does. */
  readonly respond: (target: Target, body: unknown) => string | null;
}

const lifeMs = 30 * 60_000;
const mostUses = 5;

const responseSchema = z.object({
  text: z.string().max(40_000).optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(["ephemeral", "in_channel"]).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z.string().optional(),
});

export function createResponseUrls(
  workspace: Workspace,
  clock: Clock,
  baseUrl: () => string,
): ResponseUrls {
  const issued = new Map<string, { target: Target; atMs: number; uses: number }>();

  const respond = (target: Target, body: unknown): string | null => {
    const parsed = responseSchema.safeParse(body);
    if (!parsed.success) return "invalid_payload";
    const response = parsed.data;
    const source = target.source && workspace.message(target.source.channel, target.source.ts);
    if (response.delete_original === true) {
      if (source !== null) workspace.remove(source);
      return null;
    }
    const checked = checkBlocks(response.blocks ?? [], "message");
    if (!checked.ok) return checked.error;
    if (response.text === undefined && checked.blocks.length === 0) return "no_text";
    const content = {
      text: response.text ?? "",
      blocks: nameParts(checked.blocks, () => workspace.nextId("b")),
    };
    if (response.replace_original === true && source !== null) {
      workspace.edit({ ...source, ...content });
      return null;
    }
    workspace.post({
      ...content,
      channel: target.channel,
      author: workspace.seed.bot.userId,
      threadTs: response.thread_ts ?? null,
      visibleTo: response.response_type === "in_channel" ? null : target.person,
    });
    return null;
  };

  return {
    issue: (target) => {
      const token = randomUUID();
      issued.set(token, { target, atMs: clock.now().getTime(), uses: 0 });
      return `${baseUrl()}/response/${token}`;
    },
    take: (token, body) => {
      const entry = issued.get(token);
      if (entry === undefined) return "invalid_url";
      if (clock.now().getTime() - entry.atMs > lifeMs) return "expired_url";
      if (entry.uses >= mostUses) return "used_url";
      entry.uses += 1;
      return respond(entry.target, body);
    },
    respond,
  };
}
