import { z } from "zod";
import { locales } from "../i18n/locale.ts";
import { zoneSchema } from "./zone-schema.ts";

export const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
] as const;

export const workspaceSchema = z
  .strictObject({
    timezone: zoneSchema.meta({
      description: "The zone of every figure: where a day begins and ends.",
      sample: "Europe/Berlin",
    }),
    week_starts: z
      .enum(["monday", "sunday"])
      .default("monday")
      .meta({ description: "The first day of a week.", sample: "monday" }),
    fiscal_year_starts: z.enum(months).default("january").meta({
      description:
        "The first month of a year and its quarters; both bear the number of the calendar year they begin in.",
      sample: "january",
    }),
    locale: z
      .enum(locales)
      .default("en")
      .meta({ description: "The language where a person's own is not known.", sample: "en" }),
    currency: z
      .enum(Intl.supportedValuesOf("currency"), { error: "an ISO 4217 code such as EUR" })
      .default("USD")
      .meta({ description: "The currency of amounts, ISO 4217.", sample: "EUR" }),
  })
  .meta({ description: "How this workspace counts time and money." });
