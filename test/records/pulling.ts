import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { openDuckdb } from "../../src/records/duckdb.ts";
import type { PullOutcome, PullWatch, Records, ResultRow } from "../../src/records/store.ts";
import { stoppedAt } from "../../src/clock.ts";
import { type SourceBlock, toRequest } from "./to-request.ts";
import { type Opened, placeOn, standing, type StoreName } from "./stores.ts";

export interface Desk {
  readonly folder: string;
  readonly records: Records;
  readonly write: (name: string, content: string | Uint8Array) => void;
  readonly pull: (source: SourceBlock, watch?: Partial<PullWatch>) => Promise<PullOutcome>;
  /** All records of a table, by id. */
  readonly held: (table: string) => Promise<readonly ResultRow[]>;
  /** Changes when a row of a table does, or is only written anew. */
  readonly printOf: (table: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

export const now = new Date("2026-11-16T09:00:00Z");

type DeskSettings = Partial<Parameters<typeof openDuckdb>[0]>;

/** A folder of files beside an open store, at a known moment. */
export async function openDesk(
  more: DeskSettings = {},
  on: StoreName = standing(),
  place?: Opened,
): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), "goalpost-"));
  const zone = more.zone ?? "UTC";
  const settings = { path: ":memory:", zone, roots: [folder], clock: stoppedAt(now), ...more };
  const open = place ?? (await placeOn(on, settings.path));
  const records = await open(settings);
  return {
    folder,
    records,
    write: (name, content) => {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    },
    pull: (source, watch) => records.pullSource(toRequest(source, folder, zone), watch),
    held: (table) => records.query(`select * from ${table} order by source, id`),
    printOf: (table) =>
      records.query(
        on === "DuckDB"
          ? `select count(*) as n, bit_xor(hash(${table})) as h, min(rowid) as r from ${table}`
          : `select md5(string_agg(cast(${table} as text) || ctid, ' ' order by id)) as h from ${table}`,
      ),
    close: async () => {
      await records.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Lines of a file, ended as most programs end them. */
export const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;
