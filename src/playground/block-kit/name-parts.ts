import type { Block } from "./blocks.ts";
import type { LiveElement } from "./elements.ts";

/** The blocks with an id on every block and element that came without one, as Slack gives them. */
export function nameParts(blocks: readonly Block[], nextId: () => string): readonly Block[] {
  const named = <T extends { action_id?: string | undefined }>(element: T): T => ({
    ...element,
    action_id: element.action_id ?? nextId(),
  });
  const nameBlock = (block: Block): Block => {
    const block_id = block.block_id ?? nextId();
    switch (block.type) {
      case "actions":
        return { ...block, block_id, elements: block.elements.map(named) };
      case "section":
        return block.accessory === undefined || block.accessory.type === "image"
          ? { ...block, block_id }
          : { ...block, block_id, accessory: named(block.accessory) };
      case "input":
        return { ...block, block_id, element: named(block.element) };
      case "card":
        return block.actions === undefined
          ? { ...block, block_id }
          : { ...block, block_id, actions: block.actions.map(named) };
      case "carousel":
        return {
          ...block,
          block_id,
          elements: block.elements.map((card) => ({
            ...card,
            block_id: card.block_id ?? nextId(),
            ...(card.actions === undefined ? {} : { actions: card.actions.map(named) }),
          })),
        };
      case "container":
        return {
          ...block,
          block_id,
          child_blocks: block.child_blocks.map((child) => ({
            ...child,
            block_id: child.block_id ?? nextId(),
          })),
        };
      case "alert":
      case "context":
      case "data_table":
      case "data_visualization":
      case "divider":
      case "header":
      case "image":
      case "markdown":
      case "rich_text":
      case "table":
        return { ...block, block_id };
    }
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
  switch (block.type) {
    case "actions":
      return block.elements.map(pressed);
    case "section":
      return block.accessory === undefined || block.accessory.type === "image"
        ? []
        : [pressed(block.accessory)];
    case "input":
      return [{ blockId, element: block.element, isInput: true }];
    case "card":
      return (block.actions ?? []).map(pressed);
    case "carousel":
      return block.elements.flatMap(placedIn);
    case "container":
      return block.child_blocks.flatMap(placedIn);
    case "alert":
    case "context":
    case "data_table":
    case "data_visualization":
    case "divider":
    case "header":
    case "image":
    case "markdown":
    case "rich_text":
    case "table":
      return [];
  }
}

/** Everything in these blocks that a person can work. */
export const liveElements = (blocks: readonly Block[]): readonly Placed[] =>
  blocks.flatMap(placedIn);
