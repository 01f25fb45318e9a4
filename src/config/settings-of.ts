import { commonKeys } from "./sources-schema.ts";

/** A source's own settings as they were written: it parses them itself. */
export const settingsOf = (source: unknown): unknown =>
  Object.fromEntries(Object.entries(source ?? {}).filter(([key]) => !commonKeys.has(key)));
