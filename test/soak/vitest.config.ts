import { defineConfig } from "vitest/config";

/** What takes longer than anybody waits for before a commit: `npm run soak`. */
export default defineConfig({
  test: {
    root: new URL("../..", import.meta.url).pathname,
    include: ["test/soak/**/*.test.ts"],
    globalSetup: ["test/postgres-cluster.ts"],
    setupFiles: ["test/setup.ts"],
    testTimeout: 400_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
  },
});
