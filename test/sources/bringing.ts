import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { httpLimits } from "../../src/sources/http/http-limits.ts";
import { httpSource } from "../../src/sources/http/http-source.ts";
import type { Resolve } from "../../src/sources/http/guarded-agent.ts";
import { http } from "../../src/sources/http.ts";
import type { FileBatch, SourceContext } from "../../src/sources/source.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import type { Answering } from "./answering.ts";
import { contextIn } from "./context-in.ts";

const columns = ["id", "at"];

export interface Asking {
  readonly context?: Partial<SourceContext>;
  readonly limits?: Partial<typeof httpLimits>;
  readonly resolve?: Resolve;
}

const quick = { ...httpLimits, waitsMs: [1, 1], silentMs: 300 };
const here: Resolve = async () => [{ address: "127.0.0.1", family: 4 }];

/** What a source brings over, as the text of its file beside the batch. */
export async function bring(settings: object, { context, limits, resolve }: Asking = {}) {
  const folder = newFolder();
  const incoming = join(folder, "incoming");
  mkdirSync(incoming);
  const source =
    limits === undefined && resolve === undefined
      ? http
      : httpSource({ resolve: resolve ?? here, limits: { ...quick, ...limits } });
  const batches: FileBatch[] = [];
  const asked = contextIn(folder, { columns, incoming, ...context });
  for await (const batch of source.read({ private: true, ...settings }, asked)) {
    if (batch.kind === "file") batches.push(batch);
  }
  const [batch] = batches;
  expect(batches).toHaveLength(1);
  return { batch: batch!, text: readFileSync(batch!.path, "utf8") };
}

export const host = ({ url }: Answering): string => new URL(url).host;

export const row = (id: number) => ({ id, at: "2026-11-01" });

/** The ids in what was saved of rows with an id first. */
export const idsIn = (saved: string): readonly number[] =>
  saved
    .split("\n")
    .slice(1, -1)
    .map((line) => Number(line.split(",")[0]?.replaceAll('"', "")));
