import { createHash } from "node:crypto";
import { sep } from "node:path";
import type { Config } from "../config/config.ts";
import type { SourceConfig } from "../config/source-config.ts";
import type { PullRequest } from "../records/store.ts";
import { sources } from "../sources/index.ts";

/** Where files are: read below the configuration's folder, and never in the data folder. Real paths. */
export interface FilePlaces {
  readonly folder: string;
  readonly dataFolder: string;
}

/** A source of the configuration as the records engine pulls it. */
export function pullRequestOf(
  source: SourceConfig,
  places: FilePlaces,
  { privacy: { keepRecordsSeconds } }: Pick<Config, "privacy">,
): PullRequest {
  const { name, zone, records, exclude, settings } = source;
  const { folder, dataFolder } = places;
  const reader = sources.find(({ type }) => type === source.type);
  if (reader === undefined) throw new RangeError(`no source of type ${source.type}`);
  // The playground's desk stands within its data folder, and is all that may be read there.
  const closed = folder.startsWith(dataFolder + sep) ? [] : [dataFolder];
  return {
    name,
    zone,
    records,
    exclude,
    isFar: reader.isFar,
    asks: digestOf([reader.asks(settings), zone, records, exclude, keepRecordsSeconds]),
    read: (asked) => reader.read(settings, { ...asked, folder, roots: [folder], closed }),
  };
}

const digestOf = (asked: unknown): string =>
  createHash("sha256").update(JSON.stringify(asked)).digest("hex");
