import { AppError } from "../errors.ts";
import type { PullWatch } from "./store.ts";

/** The sources that are being pulled here: none of them twice at the same time. */
export interface PullsInHand {
  readonly names: () => readonly string[];
  readonly once: <T>(source: string, work: () => Promise<T>) => Promise<T>;
}

export function pullsInHand(): PullsInHand {
  const names = new Set<string>();
  return {
    names: () => [...names],
    once: async (source, work) => {
      if (names.has(source)) throw isPulled(source);
      names.add(source);
      try {
        return await work();
      } finally {
        names.delete(source);
      }
    },
  };
}

export const isPulled = (source: string): AppError =>
  new AppError("pull_refused", `${source} is being pulled already`, {
    hint: "Wait until that pull has ended.",
  });

/** A pull that nobody watches or stops. */
export const unwatched = (): PullWatch => ({
  signal: new AbortController().signal,
  progress: () => undefined,
});
