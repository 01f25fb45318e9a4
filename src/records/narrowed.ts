import type { Segment } from "../kinds/kind.ts";
import type { Filters, Part } from "../kpis/where.ts";

/** What a question narrows to, and the parts of its split that are left out. */
export interface Narrowed {
  readonly where: Filters;
  readonly except?: readonly Part[];
}

/** The same of a whole that ignores segments: it has no part left out either. */
export const ignoring = (
  { where, except = [] }: Narrowed,
  ignores: readonly Segment[],
): Narrowed => ({
  where: Object.fromEntries(
    Object.entries(where).filter(([name]) => ignores.every((segment) => segment !== name)),
  ),
  except: except.filter((part) => ignores.every((segment) => !(segment in part))),
});

export const narrowsBy = (segment: Segment, { where, except = [] }: Narrowed): boolean =>
  where[segment] !== undefined || except.some((part) => segment in part);
