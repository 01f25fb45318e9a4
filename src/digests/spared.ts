import { AppError } from "../errors.ts";

export interface Spared<T, R> {
  readonly done: readonly R[];
  readonly failed: readonly T[];
}

/**
 * All together, in few statements; where that fails, each for itself, so that one that cannot be
 * measured takes none of the others with it. What took too long is not asked for again.
 */
export async function spared<T, R>(
  items: readonly T[],
  measure: (items: readonly T[]) => Promise<readonly R[]>,
  onFault: (item: T, error: unknown) => void,
): Promise<Spared<T, R>> {
  try {
    return { done: await measure(items), failed: [] };
  } catch (error) {
    if (items.length <= 1 || (error instanceof AppError && error.code === "query_stopped")) {
      for (const item of items) onFault(item, error);
      return { done: [], failed: items };
    }
  }
  const done: R[] = [];
  const failed: T[] = [];
  for (const item of items) {
    const one = await spared([item], measure, onFault);
    done.push(...one.done);
    failed.push(...one.failed);
  }
  return { done, failed };
}
