import { expect, test } from "vitest";
import { killWhileWriting } from "./killing.ts";

test("a process killed while it writes has lost nothing that it acknowledged", async () => {
  const { acknowledged, lost } = await killWhileWriting(10, 1);
  expect(lost).toEqual([]);
  expect(acknowledged).toBeGreaterThan(10);
});
