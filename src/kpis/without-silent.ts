import { kinds } from "../kinds/index.ts";
import { inputsOf } from "./evaluate.ts";
import type { Input, RecordKindId } from "./inputs.ts";
import type { Measure } from "./kpi.ts";
import { mapInputs } from "./map-inputs.ts";
import type { Where } from "./where.ts";

/** The sources of a kind that tell none of the events, where another one tells some. */
export type SilentSources = (kind: RecordKindId, events: readonly string[]) => readonly string[];

/** A kind that a figure is made of, and the sources of which nothing is in it. */
export interface LeftOut {
  readonly kind: RecordKindId;
  readonly sources: readonly string[];
  /** What they do not tell. */
  readonly events: readonly string[];
}

/**
 * What a figure hinges on, and who does not tell it: a ticket of a source that never says when
 * tickets are solved is neither open nor solved.
 */
export function leftOutOf(measure: Measure, silent: SilentSources): readonly LeftOut[] {
  const found = new Map<RecordKindId, LeftOut>();
  for (const { kind, at, hingesOn } of inputsOf(measure)) {
    for (const told of [[at], hingesOn ?? []]) {
      const own = told.length === 0 ? [] : silent(kind, told);
      if (own.length === 0) continue;
      const { sources = [], events = [] } = found.get(kind) ?? {};
      found.set(kind, { kind, sources: united(sources, own), events: united(events, told) });
    }
  }
  return [...found.values()];
}

/** The figure of the other sources: of its kind nothing counts that comes from one that is silent. */
export function withoutSilent(measure: Measure, silent: SilentSources): Measure {
  const { parts } = measure;
  const sources = new Map(leftOutOf(measure, silent).map((each) => [each.kind, each.sources]));
  const own =
    sources.size === 0
      ? measure
      : withBlind(
          mapInputs(measure, (input) => narrowed(input, sources, silent)),
          sources,
        );
  if (parts === undefined) return own;
  const others = Object.entries(parts).map(([id, part]) => [id, withoutSilent(part, silent)]);
  return { ...own, parts: Object.fromEntries(others) };
}

type LeftOutByKind = ReadonlyMap<RecordKindId, readonly string[]>;

function narrowed(input: Input, leftOut: LeftOutByKind, silent: SilentSources): Input {
  const { id, kind, where, spread, hingesOn } = input;
  const inner =
    spread !== undefined && "as" in spread
      ? { spread: { as: narrowed(spread.as, leftOut, silent) } }
      : {};
  const sources = leftOut.get(kind) ?? [];
  if (sources.length === 0) return { ...input, ...inner };
  const others: Where = { not: { column: "source", in: sources } };
  const isAlways = hingesOn !== undefined && silent(kind, hingesOn).length === sources.length;
  return {
    ...input,
    ...inner,
    // Another name where the same input counts all sources in other figures.
    id: isAlways ? id : `${id} without ${sources.join(", ")}`,
    where: where === undefined ? others : { all: [others, where] },
  };
}

/** Where all there is comes from silent sources, a count is not 0: nobody knows it. */
function withBlind(measure: Measure, leftOut: LeftOutByKind): Measure {
  const { value } = measure;
  const [first] = value.take === "sum" ? value.terms : [];
  const sources = first === undefined ? undefined : leftOut.get(first.input.kind);
  if (value.take !== "sum" || first === undefined || sources === undefined) return measure;
  const { kind } = first.input;
  const unknown: Input = {
    id: `${kind} of ${sources.join(", ")}`,
    kind,
    at: kinds.find(({ id }) => id === kind)?.at ?? first.input.at,
    asOf: "end",
    take: "count",
    where: { column: "source", in: sources },
  };
  return { ...measure, value: { ...value, blind: { known: first.input, unknown } } };
}

const united = (some: readonly string[], more: readonly string[]): readonly string[] => [
  ...new Set([...some, ...more]),
];
