import { afterAll, afterEach, vi } from "vitest";
import { endFile, endTest } from "./closing.ts";

/** What a test prints is a defect: a log line nobody asked for, or a warning nobody read. */
const methods = ["log", "info", "warn", "error", "debug"] as const;
const printed = methods.map((method) => vi.spyOn(console, method));

afterAll(endFile);
afterEach(endTest);
afterEach(() => {
  const lines = printed.flatMap((spy) => spy.mock.calls.splice(0));
  if (lines.length > 0) throw new Error(`The test printed: ${JSON.stringify(lines)}`);
});
