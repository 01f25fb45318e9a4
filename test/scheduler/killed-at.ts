import type { Documents } from "../../src/documents/store.ts";
import type { Poster } from "../../src/scheduler/poster.ts";

class Killed extends Error {}

/** The n-th call of this process never comes back, and nothing it does after counts. */
export function killedAt(call: number, happened: boolean, documents: Documents, poster: Poster) {
  let calls = 0;
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    calls += 1;
    if (calls > call) throw new Killed();
    if (calls === call && !happened) throw new Killed();
    const result = await work();
    if (calls === call) throw new Killed();
    return result;
  };
  return {
    documents: {
      ...documents,
      change: (by, edit) => guard(() => documents.change(by, edit)),
    } satisfies Documents,
    poster: {
      post: (...all) => guard(() => poster.post(...all)),
      findByKey: (...all) => guard(() => poster.findByKey(...all)),
      amend: (...all) => guard(() => poster.amend(...all)),
      tell: (...all) => guard(() => poster.tell(...all)),
    } satisfies Poster,
    wasKilled: () => calls >= call,
  };
}
