import { z } from "zod";
import { richText } from "./rich-text.ts";
import { blockId, words } from "./text.ts";

const rawText = z.strictObject({ type: z.literal("raw_text"), text: z.string() });
const rawNumber = z.strictObject({
  type: z.literal("raw_number"),
  value: z.number(),
  text: z.string(),
});
const cell = z.discriminatedUnion("type", [rawText, rawNumber, richText]);
const row = z.array(cell).min(1).max(20);

export const table = z.strictObject({
  type: z.literal("table"),
  block_id: blockId,
  rows: z.array(row).min(1).max(100),
  column_settings: z
    .array(
      z.strictObject({
        align: z.enum(["left", "center", "right"]).optional(),
        is_wrapped: z.boolean().optional(),
      }),
    )
    .max(20)
    .optional(),
});

/** A header row and its data rows: one hundred of them, all of one length. */
export const dataTable = z
  .strictObject({
    type: z.literal("data_table"),
    block_id: blockId,
    caption: words(300),
    rows: z.array(row).min(2).max(101),
    page_size: z.int().min(1).max(100).optional(),
    row_header_column_index: z.int().min(0).optional(),
  })
  .refine(({ rows }) => rows.every((each) => each.length === rows[0]?.length), {
    message: "all rows must have the same number of cells",
    path: ["rows"],
  });

const label = words(20);
const point = z.strictObject({ label, value: z.number() });
const axisChart = <T extends "bar" | "line" | "area">(type: T) =>
  z
    .strictObject({
      type: z.literal(type),
      series: z
        .array(z.strictObject({ name: label, data: z.array(point).min(1).max(20) }))
        .min(1)
        .max(12),
      axis_config: z.strictObject({
        categories: z.array(label).min(1).max(20),
        x_label: words(50).optional(),
        y_label: words(50).optional(),
      }),
    })
    .refine(({ series }) => new Set(series.map(({ name }) => name)).size === series.length, {
      message: "series names must be unique",
      path: ["series"],
    })
    .refine(
      ({ series, axis_config: { categories } }) =>
        series.every(({ data }) => data.every((each) => categories.includes(each.label))),
      { message: "categories must cover every label", path: ["axis_config", "categories"] },
    );

export const dataVisualization = z.strictObject({
  type: z.literal("data_visualization"),
  block_id: blockId,
  title: words(50),
  chart: z.discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("pie"),
      segments: z
        .array(z.strictObject({ label, value: z.number().positive() }))
        .min(1)
        .max(12),
    }),
    axisChart("bar"),
    axisChart("line"),
    axisChart("area"),
  ]),
});

export type Cell = z.infer<typeof cell>;
export type TableBlock = z.infer<typeof table>;
export type DataTableBlock = z.infer<typeof dataTable>;
export type DataVisualizationBlock = z.infer<typeof dataVisualization>;
