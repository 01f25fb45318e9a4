import { expect, test } from "vitest";
import { cutPower } from "./cutting.ts";

test("the power is cut after any call: no acknowledged change and no audit line is lost", async () => {
  const { cuts, lost } = await cutPower(4, 2);
  expect(lost).toEqual([]);
  expect(cuts).toBeGreaterThan(90);
});
