import { z } from "zod";
import { dataTable, dataVisualization, table } from "./data-blocks.ts";
import { accessory, actionElement, button, imageElement, inputElement } from "./elements.ts";
import { richText } from "./rich-text.ts";
import { anyText, blockId, mrkdwnText, plainText, words } from "./text.ts";

const section = z
  .strictObject({
    type: z.literal("section"),
    block_id: blockId,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, {
    message: "must have text or fields",
  });
const header = z.strictObject({
  type: z.literal("header"),
  block_id: blockId,
  text: plainText(150),
  level: z.int().min(1).max(4).optional(),
});
const divider = z.strictObject({ type: z.literal("divider"), block_id: blockId });
const context = z.strictObject({
  type: z.literal("context"),
  block_id: blockId,
  elements: z
    .array(z.discriminatedUnion("type", [imageElement, plainText(3000), mrkdwnText(3000)]))
    .min(1)
    .max(10),
});
const actions = z.strictObject({
  type: z.literal("actions"),
  block_id: blockId,
  elements: z.array(actionElement).min(1).max(25),
});
const image = z
  .strictObject({
    type: z.literal("image"),
    block_id: blockId,
    image_url: words(3000).optional(),
    slack_file: z
      .strictObject({ id: z.string().optional(), url: z.string().optional() })
      .optional(),
    alt_text: words(2000),
    title: plainText(2000).optional(),
  })
  .refine((each) => (each.image_url === undefined) !== (each.slack_file === undefined), {
    message: "must have either image_url or slack_file",
  });
const input = z.strictObject({
  type: z.literal("input"),
  block_id: blockId,
  label: plainText(2000),
  element: inputElement,
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
});
const markdown = z.strictObject({
  type: z.literal("markdown"),
  block_id: blockId,
  text: words(12_000),
});
const alert = z.strictObject({
  type: z.literal("alert"),
  block_id: blockId,
  text: anyText(200),
  level: z.enum(["default", "info", "warning", "error", "success"]).optional(),
});
const card = z
  .strictObject({
    type: z.literal("card"),
    block_id: blockId,
    hero_image: imageElement.optional(),
    icon: imageElement.optional(),
    slack_icon: z.strictObject({ type: z.literal("icon"), name: z.string() }).optional(),
    title: anyText(150).optional(),
    subtitle: anyText(150).optional(),
    body: anyText(200).optional(),
    subtext: anyText(200).optional(),
    actions: z.array(button).min(1).max(3).optional(),
  })
  .refine((each) => (each.hero_image ?? each.title ?? each.body ?? each.actions) !== undefined, {
    message: "must have one of hero_image, title, body, actions",
  });
const carousel = z.strictObject({
  type: z.literal("carousel"),
  block_id: blockId,
  elements: z.array(card).min(1).max(10),
});
const childBlock = z.discriminatedUnion("type", [
  actions,
  context,
  divider,
  header,
  image,
  input,
  richText,
  section,
  table,
  dataTable,
]);
const container = z
  .strictObject({
    type: z.literal("container"),
    block_id: blockId,
    title: plainText(150).optional(),
    rich_text_title: richText.optional(),
    subtitle: anyText(150).optional(),
    child_blocks: z.array(childBlock).min(1).max(10),
    width: z.enum(["narrow", "standard", "wide", "full"]).optional(),
    icon: imageElement.optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
  })
  .refine((each) => (each.title === undefined) !== (each.rich_text_title === undefined), {
    message: "must have title or rich_text_title",
  });

/** Every block this Slack draws, with the limits Slack documents. */
export const block = z.discriminatedUnion("type", [
  section,
  header,
  divider,
  context,
  actions,
  image,
  input,
  richText,
  markdown,
  alert,
  card,
  carousel,
  container,
  table,
  dataTable,
  dataVisualization,
]);

export type ChildBlock = z.infer<typeof childBlock>;
export type Block = z.infer<typeof block>;
export type BlockOf<T extends Block["type"]> = Extract<Block, { readonly type: T }>;
