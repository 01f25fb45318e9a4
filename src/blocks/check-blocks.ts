import { z } from "zod";
import { blockRule, blocksOf } from "./block-rules.ts";
import { lengthOfText } from "./length-of-text.ts";
import { limits, type Surface } from "./limits.ts";

/** What Slack would refuse, and where: `/blocks/2/text/text`. */
export interface BlockFault {
  readonly pointer: string;
  readonly problem: string;
}

const payloadRules = {
  message: z.looseObject({
    text: z.string().min(1).max(limits.messageText),
    blocks: z.array(blockRule).min(1).max(limits.messageBlocks),
  }),
  modal: z.strictObject({
    type: z.literal("modal"),
    callback_id: z.string().min(1).max(limits.id),
    private_metadata: z.string().max(limits.privateMetadata).optional(),
    title: viewText(),
    submit: viewText().optional(),
    close: viewText().optional(),
    clear_on_close: z.boolean().optional(),
    blocks: z.array(blockRule).min(1).max(limits.viewBlocks),
  }),
  home: z.strictObject({
    type: z.literal("home"),
    blocks: z.array(blockRule).min(1).max(limits.viewBlocks),
  }),
} as const;

function viewText() {
  return z.strictObject({
    type: z.literal("plain_text"),
    text: z.string().min(1).max(limits.viewTitle),
    emoji: z.boolean(),
  });
}

/**
 * Every rule of Slack that a payload breaks on its surface; empty when it may leave. A message is
 * checked by its `text` and `blocks` alone.
 */
export function checkBlocks(surface: Surface, payload: unknown): readonly BlockFault[] {
  const parsed = payloadRules[surface].safeParse(payload);
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => ({
      pointer: `/${path.map(String).join("/")}`,
      problem: message,
    }));
  }
  const { blocks } = parsed.data;
  return [
    ...misplaced(surface, blocks),
    ...repeated(blocks),
    ...(surface === "message" ? tooMuch(blocks) : tooLarge(payload)),
  ];
}

type CheckedBlock = z.infer<typeof blockRule>;

const misplaced = (surface: Surface, blocks: readonly CheckedBlock[]): BlockFault[] =>
  blocks.flatMap(({ type }, index) =>
    blocksOf[surface].includes(type)
      ? []
      : [{ pointer: `/blocks/${index}`, problem: `a ${surface} shows no ${type}` }],
  );

/** Ids that stand twice: block ids in the payload, action ids in a block. */
const repeated = (blocks: readonly CheckedBlock[]): BlockFault[] => {
  const seen = new Set<string>();
  return blocks.flatMap((block, index) => {
    const twice = block.block_id !== undefined && seen.has(block.block_id);
    if (block.block_id !== undefined) seen.add(block.block_id);
    const actionIds = actionIdsIn(block);
    return [
      ...(twice ? [{ pointer: `/blocks/${index}/block_id`, problem: "stands twice" }] : []),
      ...(new Set(actionIds).size < actionIds.length
        ? [{ pointer: `/blocks/${index}`, problem: "an action_id stands twice" }]
        : []),
    ];
  });
};

function actionIdsIn(block: CheckedBlock): readonly string[] {
  if (block.type === "actions") return block.elements.map((each) => each.action_id);
  return block.type === "card" ? (block.actions ?? []).map((each) => each.action_id) : [];
}

const tooMuch = (blocks: readonly CheckedBlock[]): BlockFault[] => {
  const charts = blocks.filter((block) => block.type === "data_visualization").length;
  const text = lengthOfText(blocks);
  return [
    ...(charts > limits.chartsPerMessage
      ? [{ pointer: "/blocks", problem: `${charts} charts, at most ${limits.chartsPerMessage}` }]
      : []),
    ...(text > limits.messageBlocksText
      ? [{ pointer: "/blocks", problem: `${text} characters, at most ${limits.messageBlocksText}` }]
      : []),
  ];
};

const tooLarge = (view: unknown): BlockFault[] => {
  const bytes = new TextEncoder().encode(JSON.stringify(view)).length;
  return bytes > limits.viewBytes
    ? [{ pointer: "/", problem: `${bytes} bytes, at most ${limits.viewBytes}` }]
    : [];
};
