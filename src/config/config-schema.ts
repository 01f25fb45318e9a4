import { z } from "zod";
import { calendarSchema } from "../calendar/calendar-schema.ts";
import { schedulesOf } from "../calendar/schedules.ts";
import { workingDaySeconds } from "../calendar/working-day.ts";
import { expectation } from "./expectation.ts";
import { benchmarksSchema } from "./benchmarks-schema.ts";
import { kpisSchema, targetsSchema } from "./kpis-schema.ts";
import { peopleSchema, teamsSchema } from "./people-schema.ts";
import { privacySchema } from "./privacy-schema.ts";
import type { Shelf } from "./shelf.ts";
import { slaSchema } from "./sla-schema.ts";
import { sourcesSchema } from "./sources-schema.ts";
import { workspaceSchema } from "./workspace-schema.ts";

/** All of `goalpost.yml`: the faults, the editor's JSON Schema and the example come from here. */
export const configSchema = (shelf: Shelf) =>
  z
    .strictObject({
      workspace: workspaceSchema,
      calendar: calendarSchema.optional().meta({
        description: "Working time; teams may have their own.",
        sample: {
          hours: { "mon-fri": ["09:00-12:30", "13:30-18:00"] },
          holidays: "DE-BE",
          closed: ["2026-12-24"],
          open: ["2026-02-14"],
          hours_on: { "2026-12-31": ["09:00-12:00"] },
          changes: [{ from: "2026-10-01", hours: { "mon-fri": ["08:00-20:00"] } }],
        },
      }),
      people: peopleSchema.optional(),
      teams: teamsSchema.optional(),
      sla: slaSchema(shelf.kpis),
      privacy: privacySchema.optional(),
      kpis: kpisSchema(shelf.kpis).optional(),
      targets: targetsSchema(shelf.kpis).optional(),
      benchmarks: benchmarksSchema(shelf.kpis).optional(),
      sources: sourcesSchema(shelf.sources),
    })
    .superRefine(({ calendar, sla }, context) => {
      const schedules = schedulesOf(calendar ?? null);
      if (schedules.every(({ hours = new Map() }) => workingDaySeconds(hours) > 0)) return;
      for (const [at, { within }] of sla.entries()) {
        if (!("workdays" in within)) continue;
        const hint = "Nobody knows how long a working day is: name the hours under calendar.";
        context.addIssue({ ...expectation("a duration", hint), path: ["sla", at, "within"] });
      }
    });

export type RawConfig = z.output<ReturnType<typeof configSchema>>;
