import { join } from "node:path";
import type { SourceContext } from "../../src/sources/source.ts";

/** What a source is given that reads in a folder, and nothing was read before. */
export const contextIn = (folder: string, more: Partial<SourceContext> = {}): SourceContext => ({
  folder,
  roots: [folder],
  closed: [],
  signal: new AbortController().signal,
  columns: [],
  since: null,
  incoming: join(folder, "incoming"),
  tell: () => undefined,
  ...more,
});
