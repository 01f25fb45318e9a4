import { z } from "zod";
import { isLocalDay } from "../periods/local-day.ts";
import { isRegion } from "./holidays.ts";
import { parseHours } from "./parse-hours.ts";

const localDay = z.string().transform((text, context) => {
  if (isLocalDay(text)) return text;
  context.addIssue({ code: "custom", message: `no such day: ${text} (expected 2026-12-24)` });
  return z.NEVER;
});

/** The `calendar:` of goalpost.yml, and of a team that has its own. */
export const calendarSchema = z.strictObject({
  hours: z
    .record(z.string(), z.array(z.string()))
    .transform((hours, context) => {
      const parsed = parseHours(hours);
      if (parsed.ok) return parsed.hours;
      context.addIssue({ code: "custom", message: parsed.problem, path: [...parsed.path] });
      return z.NEVER;
    })
    .optional()
    .meta({
      description: 'Working hours by weekday: `mon-fri: ["09:00-12:30", "13:30-18:00"]`',
    }),
  holidays: z
    .string()
    .refine(isRegion, { error: "no such holiday region (expected DE, DE-BE, KR, TW, …)" })
    .optional()
    .meta({ description: "Public holidays of a country or region: DE-BE" }),
  closed: z.array(localDay).default([]).meta({ description: "More days on which nobody works" }),
  open: z
    .array(localDay)
    .default([])
    .meta({ description: "Make-up days, with the hours of the nearest working day" }),
});

export type CalendarSettings = z.output<typeof calendarSchema>;
