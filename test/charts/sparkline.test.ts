import { expect, test } from "vitest";
import { sparkline } from "../../src/charts/sparkline.ts";

test("the lowest value is the lowest bar, the highest the highest, a gap a dot", () => {
  expect(sparkline([0, 50, null, 100])).toBe("▁▄·▇");
  expect(sparkline([1, 2, 3, 4, 5, 6, 7])).toBe("▁▂▃▄▅▆▇");
});

test("equal values lie level in the middle", () => {
  expect(sparkline([5, 5, 5])).toBe("▄▄▄");
});

test("nothing known draws nothing", () => {
  expect(sparkline([])).toBe("");
  expect(sparkline([null, Number.NaN])).toBe("");
});
