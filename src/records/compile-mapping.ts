import { type KindId, kinds } from "../kinds/index.ts";
import { compileKind, type CompiledKind } from "./compile-kind.ts";
import type { Condition, RecordsMapping } from "./mapping.ts";
import { kindOf } from "./schema.ts";

/** A source's mapping as SQL over one stage of text. */
export interface CompiledMapping {
  /** The source's columns the stage needs: the first stands in `s0`, the next in `s1`. */
  readonly columns: readonly string[];
  readonly kinds: readonly (CompiledKind & { readonly id: KindId })[];
  /** What the ids are made of: where it changes, old records would stand beside the new. */
  readonly identity: string;
}

export interface MappingContext {
  /** Of times that name no zone. */
  readonly zone: string;
  readonly workspaceZone: string;
  readonly now: Date;
}

/** A source's clock may be ahead of ours by as much. */
const clockSkewMs = 5 * 60_000;

/** The columns are gathered while compiling: nothing a file says becomes a name in SQL. */
export function compileMapping(
  mapping: RecordsMapping,
  exclude: readonly Condition[],
  { zone, workspaceZone, now }: MappingContext,
): CompiledMapping {
  const places = new Map<string, string>();
  const stage = (column: string): string => {
    const name = column.normalize("NFC").trim();
    const place = places.get(name) ?? `s${places.size}`;
    places.set(name, place);
    return place;
  };
  const latest = new Date(now.getTime() + clockSkewMs);
  const compiled = kinds.flatMap(({ id }) => {
    const given = mapping[id];
    if (given === undefined) return [];
    const whole = { ...given, exclude: [...exclude, ...given.exclude] };
    return [{ id, ...compileKind(kindOf(id), whole, { stage, zone, workspaceZone, latest }) }];
  });
  return { columns: [...places.keys()], kinds: compiled, identity: identityOf(mapping) };
}

function identityOf(mapping: RecordsMapping): string {
  const ids = kinds.map(({ id }) => {
    const fields = mapping[id]?.fields ?? {};
    return [
      id,
      id === "measures"
        ? Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1))
        : (fields["id"] ?? null),
    ];
  });
  return JSON.stringify(ids);
}
