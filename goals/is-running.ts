import type { Goal } from "./goal.ts";

/** Whether it is judged, posted, reminded of and counted: begun, and neither paused nor archived. */
export const isRunning = ({
  draft,
  paused,
  archived,
}: Pick<Goal, "draft" | "paused" | "archived">): boolean => !draft && !paused && !archived;
