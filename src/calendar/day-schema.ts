import { z } from "zod";
import { isLocalDay } from "../periods/local-day.ts";

/** `2026-12-24`: a day that exists. */
export const daySchema = z.string().transform((text, context) => {
  if (isLocalDay(text)) return text;
  context.addIssue({ code: "custom", message: `no such day: ${text} (expected 2026-12-24)` });
  return z.NEVER;
});
