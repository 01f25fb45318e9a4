import type { HomeView } from "@slack/types";
import type { DataVisualizationBlock, SentBlock } from "./block.ts";
import { toClassic } from "./classic-blocks.ts";
import { divider, section } from "./factories.ts";
import { limits } from "./limits.ts";

/**
 * App Home, part under part. It shows no charts, so they become a line of bars; what does not fit
 * is left out from the end, whole parts at a time.
 */
export function homeView(parts: readonly (readonly SentBlock[])[], empty: string): HomeView {
  const blocks: HomeBlock[] = [];
  for (const part of parts) {
    const drawn = part.flatMap(forHome);
    if (drawn.length === 0) continue;
    if (blocks.length + drawn.length + 1 > limits.viewBlocks) break;
    const isNextCard = blocks.at(-1)?.type === "card" && drawn[0]?.type === "card";
    if (blocks.length > 0 && !isNextCard) blocks.push(divider());
    blocks.push(...drawn);
  }
  return { type: "home", blocks: blocks.length === 0 ? [section(empty)] : blocks };
}

type HomeBlock = Exclude<SentBlock, DataVisualizationBlock>;

const forHome = (block: SentBlock): HomeBlock[] =>
  block.type === "data_visualization" || block.type === "alert"
    ? toClassic([block]).flatMap((each) => (each.type === "data_visualization" ? [] : [each]))
    : [block];
