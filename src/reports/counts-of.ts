import type { Input } from "../kpis/inputs.ts";

/** Every record of each kind, by the instant that puts it into a period, whether or not it counts. */
export function countsOf(inputs: readonly Input[]): readonly Input[] {
  const counts = inputs.map(({ kind, at, through, spread }): [string, Input] => {
    const id = `${kind} by ${at}`;
    const place = {
      ...(through !== undefined && { through }),
      ...(spread !== undefined && { spread }),
    };
    return [id, { id, kind, at, take: "count", ...place }];
  });
  return [...new Map(counts).values()];
}
