import type { Block, BlockOf, ChildBlock } from "./blocks.ts";
import type { LiveElement } from "./elements.ts";

/** The blocks with an id on every block and element that came without one, as Slack gives them. */
export function nameParts(blocks: readonly Block[], nextId: () => string): readonly Block[] {
  const named = <T extends { action_id?: string | undefined }>(element: T): T => ({
    ...element,
    action_id: element.action_id ?? nextId(),
  });
  const nameCard = (card: BlockOf<"card">): BlockOf<"card"> => ({
    ...card,
    block_id: card.block_id ?? nextId(),
    ...(card.actions === undefined ? {} : { actions: card.actions.map(named) }),
  });
  const nameChild = (child: ChildBlock): ChildBlock => {
    const block_id = child.block_id ?? nextId();
    if (child.type === "actions") {
      return { ...child, block_id, elements: child.elements.map(named) };
    }
    if (child.type === "input") return { ...child, block_id, element: named(child.element) };
    if (child.type !== "section") return { ...child, block_id };
    return child.accessory === undefined || child.accessory.type === "image"
      ? { ...child, block_id }
      : { ...child, block_id, accessory: named(child.accessory) };
  };
  const nameBlock = (block: Block): Block => {
    const block_id = block.block_id ?? nextId();
    if (block.type === "card") return nameCard(block);
    if (block.type === "carousel") {
      return { ...block, block_id, elements: block.elements.map(nameCard) };
    }
    if (block.type === "container") {
      return { ...block, block_id, child_blocks: block.child_blocks.map(nameChild) };
    }
    if (
      block.type === "alert" ||
      block.type === "data_visualization" ||
      block.type === "markdown"
    ) {
      return { ...block, block_id };
    }
    return nameChild(block);
  };
  return blocks.map(nameBlock);
}

export interface Placed {
  readonly blockId: string;
  readonly element: LiveElement;
  /** It stands in an input block, which is filled in rather than pressed. */
  readonly isInput: boolean;
}

function placedIn(block: Block): readonly Placed[] {
  const blockId = block.block_id ?? "";
  const pressed = (element: LiveElement): Placed => ({ blockId, element, isInput: false });
  if (block.type === "actions") return block.elements.map(pressed);
  if (block.type === "section") {
    return block.accessory === undefined || block.accessory.type === "image"
      ? []
      : [pressed(block.accessory)];
  }
  if (block.type === "input") return [{ blockId, element: block.element, isInput: true }];
  if (block.type === "card") return (block.actions ?? []).map(pressed);
  if (block.type === "carousel") return block.elements.flatMap(placedIn);
  return block.type === "container" ? block.child_blocks.flatMap(placedIn) : [];
}

/** Everything in these blocks that a person can work. */
export const liveElements = (blocks: readonly Block[]): readonly Placed[] =>
  blocks.flatMap(placedIn);
