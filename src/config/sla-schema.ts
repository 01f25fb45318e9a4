import { z } from "zod";
import type { Kpi } from "../kpis/kpi.ts";
import { durationSchema } from "./duration-schema.ts";

/** A time that a ticket or a call takes. */
const isPromised = ({ unit, kinds }: Kpi): boolean =>
  unit === "seconds" && kinds.some((kind) => kind === "tickets" || kind === "calls");

/** Promises, as `sla_attainment` measures them. */
export const slaSchema = (kpis: readonly Kpi[]) =>
  z
    .array(
      z.strictObject({
        name: z.string().min(1).max(60).meta({ description: "What people call it." }),
        kpi: z
          .enum(kpis.filter(isPromised).map((kpi) => kpi.id))
          .meta({ description: "The time that is promised." }),
        within: durationSchema.meta({ description: "The longest that is kept." }),
        priority: z
          .array(z.string().min(1))
          .min(1)
          .optional()
          .meta({ description: "Only records of these priorities." }),
        channel: z
          .array(z.string().min(1))
          .min(1)
          .optional()
          .meta({ description: "Only records of these channels." }),
        clock: z
          .enum(["calendar", "business"])
          .default("calendar")
          .meta({ description: "Whether nights and holidays count." }),
        share: z.number().gt(0).max(100).meta({ description: "The share promised, in percent." }),
      }),
    )
    .default([])
    .meta({
      description: "Service levels that were promised.",
      sample: [
        {
          name: "first-reply",
          kpi: "first_response_time",
          within: "4h",
          priority: ["high", "urgent"],
          channel: ["email"],
          clock: "business",
          share: 90,
        },
      ],
    });
