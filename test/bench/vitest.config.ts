import { defineConfig } from "vitest/config";

/** Measurements, not tests: `npm run bench`, on a machine that does nothing else. */
export default defineConfig({
  test: {
    root: new URL("../..", import.meta.url).pathname,
    include: ["test/bench/**/*.bench.test.ts"],
    globalSetup: ["test/postgres-cluster.ts"],
    setupFiles: ["test/setup.ts"],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
