import type { Input } from "./inputs.ts";

/** How far single records lie apart: with their number it says how sure a mean is. */
export const spreadOf = (count: Input, column: string): Input => ({
  ...count,
  id: `${count.id}_${column}_spread`,
  take: { spread: column },
});
