import { z } from "zod";
import { type Block, block } from "./blocks.ts";

export type Surface = "message" | "modal" | "home";

export interface BlockFault {
  readonly message: string;
  readonly pointer: string;
}

type Checked =
  | { readonly ok: true; readonly blocks: readonly Block[] }
  | { readonly ok: false; readonly error: string; readonly faults: readonly BlockFault[] };

const nowhereBut: Partial<Record<Block["type"], readonly Surface[]>> = {
  alert: ["modal"],
  carousel: ["message", "home"],
  container: ["message"],
  data_table: ["message", "home"],
  data_visualization: ["message"],
  markdown: ["message"],
  table: ["message"],
};
/** Observed, not documented: Slack refuses a message whose blocks hold more text than this. */
const mostTextOfAMessage = 13_200;

const pointerOf = (root: string, path: readonly PropertyKey[]): string =>
  [root, ...path.map(String)].join("/");

export const faultsOf = (error: z.ZodError, root: string): readonly BlockFault[] =>
  error.issues.map(({ message, path }) => ({
    message: message.toLowerCase(),
    pointer: pointerOf(root, path),
  }));

const textIn = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + textIn(each), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, each]) =>
      sum + (key === "text" && typeof each === "string" ? each.length : textIn(each)),
    0,
  );
};

const repeated = (ids: readonly (string | undefined)[]): number =>
  ids.findIndex((id, at) => id !== undefined && ids.indexOf(id) !== at);

function faultsTogether(blocks: readonly Block[], surface: Surface): readonly BlockFault[] {
  const faults: BlockFault[] = [];
  const most = surface === "message" ? 50 : 100;
  if (blocks.length > most) {
    faults.push({ message: `no more than ${most} items allowed`, pointer: "/blocks" });
  }
  for (const [at, { type }] of blocks.entries()) {
    if (nowhereBut[type]?.includes(surface) === false) {
      faults.push({ message: `${type} is not allowed here`, pointer: `/blocks/${at}/type` });
    }
  }
  const twice = repeated(blocks.map(({ block_id }) => block_id));
  if (twice >= 0) {
    faults.push({ message: "block_id is used twice", pointer: `/blocks/${twice}/block_id` });
  }
  for (const [type, limit] of [
    ["table", 1],
    ["data_visualization", 2],
  ] as const) {
    if (blocks.filter((each) => each.type === type).length > limit) {
      faults.push({ message: `no more than ${limit} of ${type}`, pointer: "/blocks" });
    }
  }
  return faults;
}

/** Blocks as Slack would take them on this surface, or what it would say instead. */
export function checkBlocks(value: unknown, surface: Surface): Checked {
  const parsed = z.array(block).safeParse(value);
  if (!parsed.success) {
    return { ok: false, error: "invalid_blocks", faults: faultsOf(parsed.error, "/blocks") };
  }
  const faults = faultsTogether(parsed.data, surface);
  if (faults.length > 0) return { ok: false, error: "invalid_blocks", faults };
  if (surface === "message" && textIn(parsed.data) > mostTextOfAMessage) {
    return { ok: false, error: "msg_blocks_too_long", faults: [] };
  }
  return { ok: true, blocks: parsed.data };
}
