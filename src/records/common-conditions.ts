import type { Input } from "../kpis/inputs.ts";
import type { Where } from "../kpis/where.ts";

/** What every one of the inputs asks of a record: one that lacks it counts in none of them. */
export function commonConditions(inputs: readonly Pick<Input, "where">[]): readonly Where[] {
  const [first = [], ...others] = inputs.map(({ where }) =>
    (where === undefined ? [] : conjunctsOf(where)).map(
      (each) => [JSON.stringify(each), each] as const,
    ),
  );
  const known = others.map((each) => new Set(each.map(([text]) => text)));
  return first.flatMap(([text, each]) => (known.every((own) => own.has(text)) ? [each] : []));
}

const conjunctsOf = (where: Where): readonly Where[] =>
  "all" in where ? where.all.flatMap(conjunctsOf) : [where];
