import { AppError } from "../errors.ts";

/** Waits no longer than that for work which may hang: throws `query_stopped` then. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    const stop = () => reject(new AppError("query_stopped", `It took longer than ${ms / 1000} s.`));
    timer = setTimeout(stop, ms).unref();
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
