import { z } from "zod";

/** Text of a length Slack takes: its limits count characters, and an empty text is refused. */
export const words = (max: number) => z.string().min(1).max(max);

export const plainText = (max: number) =>
  z.strictObject({
    type: z.literal("plain_text"),
    text: words(max),
    emoji: z.boolean().optional(),
  });

export const mrkdwnText = (max: number) =>
  z.strictObject({
    type: z.literal("mrkdwn"),
    text: words(max),
    verbatim: z.boolean().optional(),
  });

export const anyText = (max: number) =>
  z.discriminatedUnion("type", [plainText(max), mrkdwnText(max)]);

export const blockId = z.string().max(255).optional();
export const actionId = z.string().max(255).optional();
