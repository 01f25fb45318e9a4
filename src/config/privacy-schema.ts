import { z } from "zod";
import { parseDuration } from "../quantities/parse-duration.ts";
import { expectation } from "./expectation.ts";
import { channelSchema } from "./slack-ids.ts";

const yearSeconds = 365.25 * 86_400;

const retentionSchema = z.union([z.string(), z.number()]).transform((value, context) => {
  const text = String(value);
  const years = /^(\d{1,2})\s?(?:y|years?)$/u.exec(text.trim());
  const seconds = years === null ? parseDuration(text) : Number(years[1]) * yearSeconds;
  if (typeof seconds === "number" && seconds > 0) return seconds;
  const hint = typeof value === "number" ? `Say the unit: ${value}y or ${value}d.` : null;
  context.addIssue(expectation("years or days, such as 3y or 90d", hint));
  return z.NEVER;
});

export const privacySchema = z
  .strictObject({
    keep_records: retentionSchema.optional().meta({
      description: "How long records are kept; for ever where nothing is said.",
      sample: "3y",
    }),
    agent_figures_in: z
      .array(channelSchema)
      .default([])
      .meta({
        description: "Channels that may see figures of single agents; direct messages always may.",
        sample: ["C0LEADS"],
      }),
    shared_channels: z
      .array(channelSchema)
      .default([])
      .meta({
        description:
          "Channels with people of other organizations where goals and digests may stand all the same; in every other such channel no figure is shown.",
        sample: ["C0PARTNER"],
      }),
    agents_opted_out: z
      .array(z.string().min(1))
      .default([])
      .meta({
        description:
          "Agents, by their name in the records, whose figures are never shown by name: they are part of “other”. The agents themselves may always ask for agent:me.",
        sample: ["Becky"],
      }),
  })
  .meta({ description: "What is kept, and who sees what." });
