import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { cannotKeep } from "../sources/cannot-keep.ts";
import type { Batch } from "../sources/source.ts";
import { compileMapping, type MappingContext } from "./compile-mapping.ts";
import type { Readers } from "./readers.ts";
import { reachOf } from "./source-states.ts";
import type { PullRequest, PullWatch } from "./store.ts";

/** What a pull reads its rows by; throws what bringing them over threw. */
export type ReadPull = (signal: AbortSignal) => AsyncIterable<Batch>;

interface Way {
  readonly query: Readers["query"];
  /** What is brought over lies below it until the pull has ended; the engine may read it. */
  readonly incoming: string | undefined;
  readonly mapping: MappingContext;
}

/**
 * Pulls a source by `work`. What lies elsewhere is brought over before: no table and no other source
 * waits for its server.
 */
export async function bringOver<T>(
  request: PullRequest,
  { query, incoming = "", mapping }: Way,
  watch: PullWatch,
  work: (read: ReadPull) => Promise<T>,
): Promise<T> {
  const { columns } = compileMapping(request.records, request.exclude, mapping);
  const tell = (rows: number): void => watch.progress({ rows, share: null, isStoring: false });
  const asked = { columns, tell, since: null, incoming };
  if (!request.isFar) return await work((signal) => request.read({ ...asked, signal }));
  const folder = join(incoming, `pull-${randomUUID()}`);
  try {
    const since = (await reachOf(query, request)) ?? request.keptFrom ?? null;
    const { signal } = watch;
    const bring = async (): Promise<readonly Batch[]> => {
      await mkdir(folder, { recursive: true, mode: 0o700 }).catch((fault: unknown) => {
        throw cannotKeep(fault);
      });
      return await all(request.read({ ...asked, since, signal, incoming: folder }));
    };
    const brought = await bring().then(
      (batches) => () => again(batches),
      (fault: unknown) => () => failing(fault),
    );
    signal.throwIfAborted();
    return await work(brought);
  } finally {
    // What became of the pull does not hang on it, and the next start sweeps.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function all(batches: AsyncIterable<Batch>): Promise<readonly Batch[]> {
  const found: Batch[] = [];
  for await (const batch of batches) found.push(batch);
  return found;
}

async function* again(batches: readonly Batch[]): AsyncIterable<Batch> {
  yield* batches;
}

/** The pull fails as it would have failed while it read, and that is remembered. */
async function* failing(fault: unknown): AsyncIterable<Batch> {
  yield* [];
  throw fault;
}
