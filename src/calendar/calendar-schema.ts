import { z } from "zod";
import { isLocalDay } from "../periods/local-day.ts";
import { daySchema } from "./day-schema.ts";
import { isRegion } from "./holidays.ts";
import { nearestRegion } from "./nearest-region.ts";
import type { LocalDay } from "../periods/period.ts";
import { parseDayHours, parseHours, type ClockInterval } from "./parse-hours.ts";

/** Hours by date. */
const hoursOn = z.record(z.string(), z.array(z.string())).transform((days, context) => {
  const found = new Map<LocalDay, readonly ClockInterval[]>();
  for (const [day, texts] of Object.entries(days)) {
    const parsed = parseDayHours(texts);
    if (isLocalDay(day) && parsed.ok) {
      found.set(day, parsed.intervals);
      continue;
    }
    const message = parsed.ok ? `no such day: ${day} (expected 2026-12-24)` : parsed.problem;
    context.addIssue({ code: "custom", message, path: [day, ...(parsed.ok ? [] : parsed.path)] });
  }
  return found;
});

/** Hours by weekday. */
const weekHours = z.record(z.string(), z.array(z.string())).transform((hours, context) => {
  const parsed = parseHours(hours);
  if (parsed.ok) return parsed.hours;
  context.addIssue({ code: "custom", message: parsed.problem, path: [...parsed.path] });
  return z.NEVER;
});

function checkRegion(text: string, context: z.RefinementCtx<string>): void {
  if (isRegion(text)) return;
  const near = nearestRegion(text);
  context.addIssue({
    code: "custom",
    message: "no such holiday region (expected DE, DE-BE, KR, TW, …)",
    ...(near !== null && { params: { hint: `Did you mean "${near}"?` } }),
  });
}

/** What was otherwise before a day. */
const change = z
  .strictObject({
    from: daySchema.meta({ description: "The first day on which it holds" }),
    hours: weekHours.optional().meta({ description: "The hours of a week from then on" }),
    holidays: z
      .string()
      .superRefine((text, context) => {
        if (text !== "none") checkRegion(text, context);
      })
      .optional()
      .meta({ description: "The public holidays from then on: a region, or none" }),
  })
  .superRefine(({ hours, holidays }, context) => {
    if (hours !== undefined || holidays !== undefined) return;
    const message = "a change names the hours or the holidays from then on (expected hours)";
    context.addIssue({ code: "custom", message, path: ["hours"] });
  });

/** The `calendar:` of goalpost.yml, and of a team that has its own. */
export const calendarSchema = z
  .strictObject({
    hours: weekHours.optional().meta({
      description:
        'Working hours by weekday: `mon-fri: ["09:00-12:30", "13:30-18:00"]`. A shift past midnight, `22:00-06:00`, belongs to the day it begins on.',
    }),
    holidays: z
      .string()
      .superRefine((text, context) => checkRegion(text, context))
      .optional()
      .meta({
        description:
          "Public holidays of a country or region: DE-BE. Days that a government moves or adds by decree are not in it: name them under `closed` and `open`.",
      }),
    closed: z.array(daySchema).default([]).meta({ description: "More days on which nobody works" }),
    open: z
      .array(daySchema)
      .default([])
      .meta({ description: "Make-up days, with the hours of the nearest working day" }),
    hours_on: hoursOn.optional().meta({
      description:
        'Hours of single days, holidays or not: a half day is `2026-12-24: ["09:00-12:00"]`',
    }),
    changes: z.array(change).default([]).meta({
      description:
        "What changed, and from when: what came before is counted by the hours and holidays above, and what a change leaves out stays as it was",
    }),
  })
  .superRefine(({ closed, open, hours_on: single, changes }, context) => {
    const add = (message: string, path: (string | number)[]): void =>
      context.addIssue({ code: "custom", message, path });
    for (const [at, { from }] of changes.entries()) {
      if (changes.findIndex((each) => each.from === from) === at) continue;
      add(`${from} is named twice: put both changes into one`, ["changes", at, "from"]);
    }
    for (const [at, day] of open.entries()) {
      if (!closed.includes(day)) continue;
      add(`${day} cannot be both closed and open: take it out of one of them`, ["open", at]);
    }
    for (const day of single?.keys() ?? []) {
      const other = closed.includes(day) ? "closed" : open.includes(day) ? "open" : null;
      if (other === null) continue;
      add(`${day} has hours of its own here, so it cannot be ${other} as well`, ["hours_on", day]);
    }
  });

export type CalendarSettings = z.output<typeof calendarSchema>;
