import { z } from "zod";
import { daySchema } from "../calendar/day-schema.ts";
import type { Kpi } from "../kpis/kpi.ts";
import { expectation } from "./expectation.ts";
import { promiseSchema } from "./promise-schema.ts";

/** A time that a ticket or a call takes. */
const isPromised = ({ unit, kinds }: Kpi): boolean =>
  unit === "seconds" && kinds.some((kind) => kind === "tickets" || kind === "calls");

/** Promises, as `sla_attainment` measures them. */
export const slaSchema = (kpis: readonly Kpi[]) =>
  z
    .array(
      z
        .strictObject({
          name: z.string().min(1).max(60).meta({ description: "What people call it." }),
          from: daySchema.optional().meta({
            description:
              "The first day of this version: what began earlier is held to the one before. Versions of a promise share its name.",
          }),
          kpi: z
            .enum(kpis.filter(isPromised).map((kpi) => kpi.id))
            .meta({ description: "The time that is promised." }),
          within: promiseSchema.meta({
            description:
              "The longest that is kept: 4h, or 1bd for as much working time as a working day of `calendar: hours` has.",
          }),
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
          share: z.number().gt(0).max(100).meta({
            description:
              "The share promised, in percent: the target of a figure of this promise alone.",
          }),
        })
        .superRefine(({ within, clock }, context) => {
          // 24 hours of working time are three days at a desk of eight hours: nobody means that by 1d.
          const issue =
            clock === "business" && "seconds" in within && within.isInDays
              ? expectation("working days or hours", "Say 1bd for one working day, or 24h.")
              : clock === "calendar" && "workdays" in within
                ? expectation("a duration", "Working days need clock: business beside them.")
                : null;
          if (issue !== null) context.addIssue({ ...issue, path: ["within"] });
        }),
    )
    .superRefine((policies, context) => {
      const promised = new Map<string, string>();
      for (const [at, { name, kpi }] of policies.entries()) {
        const first = promised.get(name) ?? kpi;
        promised.set(name, first);
        if (first === kpi) continue;
        const hint = "Versions of one promise are of one KPI: give it a name of its own.";
        context.addIssue({ ...expectation(first, hint), path: [at, "kpi"] });
      }
    })
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
