import { z } from "zod";
import { parseDuration } from "../quantities/parse-duration.ts";
import { durationHint } from "./duration-schema.ts";
import { expectation } from "./expectation.ts";

/** How long a promise lasts: seconds, or working days of the calendar. */
export type Promised =
  | { readonly seconds: number; readonly isInDays: boolean }
  | { readonly workdays: number };

const workdays = /^\d{1,3}(?:\.\d+)?\s*bd$/iu;
const days = /\d\s*(?:[dw]\b|days?|weeks?|wk|[일주дн天日週周])/iu;

/** `4h`, or `1bd` for one working day. */
export const promiseSchema = z
  .union([z.string(), z.number()])
  .transform((value, context): Promised => {
    const text = String(value).trim();
    const count = workdays.test(text) ? Number.parseFloat(text) : 0;
    if (count > 0) return { workdays: count };
    const seconds = parseDuration(text);
    if (typeof seconds === "number") return { seconds, isInDays: days.test(text) };
    context.addIssue(
      expectation(
        "a duration with its unit, such as 30s, 15m, 4h or 7d, or working days, such as 1bd",
        durationHint(seconds, value),
      ),
    );
    return z.NEVER;
  });
