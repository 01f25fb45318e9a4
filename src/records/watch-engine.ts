import type { DuckDBConnection } from "@duckdb/node-api";

const everyMs = 50;

/** While the engine works, tells now and then how much of it is done, above 0 and below 1, rising. */
export async function watchEngine<T>(
  connection: DuckDBConnection,
  tell: (share: number) => void,
  work: () => Promise<T>,
): Promise<T> {
  let last = 0;
  const timer = setInterval(() => {
    const share = connection.progress.percentage / 100;
    if (share <= last || share >= 1) return;
    last = share;
    tell(share);
  }, everyMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
