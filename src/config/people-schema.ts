import { z } from "zod";
import { calendarSchema } from "../calendar/calendar-schema.ts";
import { channelSchema, leadSchema, userSchema } from "./slack-ids.ts";

export const peopleSchema = z
  .strictObject({
    admins: z
      .array(userSchema)
      .default([])
      .meta({ description: "Who may do everything.", sample: ["U0ADMIN"] }),
    leads: z
      .array(leadSchema)
      .default([])
      .meta({
        description: "Who may set goals and digests: members and user groups.",
        sample: ["U0LEAD", "S0GROUP"],
      }),
    agents: z
      .record(z.string(), userSchema)
      .default({})
      .meta({
        description: "The agent's name in the records, and who that is in Slack.",
        sample: { Becky: "U0BECKY" },
      }),
  })
  .meta({ description: "Who is who. Where nobody is named, every full member is a lead." });

export const teamsSchema = z
  .record(
    z.string(),
    z.strictObject({
      calendar: calendarSchema
        .optional()
        .meta({ description: "Working time of this team, where it has its own." }),
      channel: channelSchema.optional(),
      members: z
        .array(userSchema)
        .default([])
        .meta({ description: "Who works in it: the bot's Home shows them its figures." }),
    }),
  )
  .meta({
    description: "Teams, by the name the records carry.",
    sample: {
      Billing: {
        calendar: { hours: { "mon-fri": ["08:00-16:30"] } },
        channel: "C0BILLING",
        members: ["U0BECKY"],
      },
    },
  });
