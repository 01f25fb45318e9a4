import { z } from "zod";
import { filtersSchema } from "../../goals/goal.ts";

const option = z.union([
  z.string(),
  z.number(),
  z.record(z.string(), z.array(z.number()).readonly()).readonly(),
  z.record(z.string(), z.number()).readonly(),
]);

/** A figure as a channel was told it: kept, so that a later one can be set against it. */
export const postedFigureSchema = z
  .strictObject({
    kpi: z.string(),
    /** `fcr@1`: figures of two definitions are not compared. */
    definition: z.string(),
    /** Every option in force: a changed configuration is no changed record. */
    options: z.record(z.string(), option).readonly(),
    where: filtersSchema,
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    value: z.number().nullable(),
    sample: z.number(),
    target: z.number().nullable(),
  })
  .readonly();

export type PostedFigure = z.infer<typeof postedFigureSchema>;
