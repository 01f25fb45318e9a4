import { z } from "zod";
import { durationSchema } from "./duration-schema.ts";
import { channelSchema } from "./slack-ids.ts";

export const privacySchema = z
  .strictObject({
    keep_records: durationSchema.optional().meta({
      description: "How long records are kept; for ever where nothing is said.",
      examples: ["3y"],
    }),
    agent_figures_in: z
      .array(channelSchema)
      .default([])
      .meta({
        description: "Channels that may see figures of single agents; direct messages always may.",
        examples: [["C0LEADS"]],
      }),
  })
  .meta({ description: "What is kept, and who sees what." });
