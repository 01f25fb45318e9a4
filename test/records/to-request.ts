import { excludeSchema, recordsSchema } from "../../src/records/mapping.ts";
import type { PullRequest } from "../../src/records/store.ts";
import { csv } from "../../src/sources/csv.ts";

/** As it stands in `goalpost.yml`. */
export interface SourceBlock {
  readonly name?: string;
  readonly path?: string;
  readonly timezone?: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly records: unknown;
  readonly exclude?: unknown;
}

/** Of itself, so that a child of a test may read it: that has no test around it. */
export function toRequest(source: SourceBlock, folder: string, zone: string): PullRequest {
  const settings = { path: source.path ?? "*.csv", ...source.settings };
  return {
    name: source.name ?? "phones",
    zone: source.timezone ?? zone,
    records: recordsSchema.parse(source.records),
    exclude: excludeSchema.parse(source.exclude ?? []),
    isFar: false,
    asks: "",
    read: (asked) => csv.read(settings, { ...asked, folder, roots: [folder], closed: [] }),
  };
}
