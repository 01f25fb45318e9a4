import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts"],
    exclude: ["test/bench/**", "test/soak/**"],
    globalSetup: ["test/postgres-cluster.ts"],
    setupFiles: ["test/setup.ts"],
    // Only for what hangs: a machine that does something else as well may take its time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Half of the suite waits for engines and browsers: one more than a small machine has cores.
    maxWorkers: 3,
    // No part is a singleton and no test replaces a module, so files may share what they import:
    // reading it anew for each of them took longer than the tests.
    isolate: false,
  },
});
