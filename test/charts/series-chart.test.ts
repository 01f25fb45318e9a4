import * as fc from "fast-check";
import { expect, test } from "vitest";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { chart } from "../../src/blocks/factories.ts";
import { seriesChart } from "../../src/charts/series-chart.ts";

const points = (...values: (number | null)[]) =>
  values.map((value, index) => ({ label: `W${index + 1}`, value }));

test("a period without data is left out of the line and keeps its place on the axis", () => {
  expect(seriesChart({ name: "FCR", points: points(70, null, 72) })).toEqual({
    type: "line",
    series: [
      {
        name: "FCR",
        data: [
          { label: "W1", value: 70 },
          { label: "W3", value: 72 },
        ],
      },
    ],
    axis_config: { categories: ["W1", "W2", "W3"] },
  });
});

test("a target is a level line of its own", () => {
  const picture = seriesChart({
    name: "FCR",
    points: points(70, 71),
    target: { name: "Target", value: 80 },
    valueLabel: "%",
  });
  expect(picture?.series[1]).toEqual({
    name: "Target",
    data: [
      { label: "W1", value: 80 },
      { label: "W2", value: 80 },
    ],
  });
  expect(picture?.axis_config.y_label).toBe("%");
});

test("the newest twenty points are drawn", () => {
  const many = points(...Array.from({ length: 30 }, (_, index) => index));
  const categories = seriesChart({ name: "FCR", points: many })?.axis_config.categories;
  expect(categories).toHaveLength(20);
  expect(categories?.at(-1)).toBe("W30");
});

test("fewer than two values make no line", () => {
  expect(seriesChart({ name: "FCR", points: points(70, null) })).toBeNull();
  expect(seriesChart({ name: "FCR", points: points(70, Number.NaN) })).toBeNull();
});

test("any names and numbers make a chart that Slack takes", () => {
  const point = fc.record({
    label: fc.string(),
    value: fc.oneof(fc.double(), fc.constant(null)),
  });
  fc.assert(
    fc.property(
      fc.string(),
      fc.array(point, { maxLength: 40 }),
      fc.string(),
      (name, some, targetName) => {
        const picture = seriesChart({
          name,
          points: some,
          target: { name: targetName, value: 1 },
        });
        if (picture === null) return;
        const blocks = [chart("Title", picture)];
        expect(checkBlocks("message", { text: "t", blocks })).toEqual([]);
      },
    ),
  );
});
