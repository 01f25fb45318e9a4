import type { Input } from "../kpis/inputs.ts";

/** Every record of each kind, by the instant that puts it into a period, whether or not it counts. */
export function countsOf(inputs: readonly Input[]): readonly Input[] {
  const counts = inputs.map(({ kind, at, through }): [string, Input] => {
    const id = `${kind} by ${at}`;
    return [id, { id, kind, at, take: "count", ...(through !== undefined && { through }) }];
  });
  return [...new Map(counts).values()];
}
