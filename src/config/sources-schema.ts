import { validate } from "node-cron";
import { z } from "zod";
import { excludeSchema, recordsSchema } from "../records/mapping.ts";
import type { Source } from "../sources/source.ts";
import { durationSchema } from "./duration-schema.ts";
import { expectation } from "./expectation.ts";
import { zoneSchema } from "./zone-schema.ts";

const nameSchema = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u, {
    error: "a name of up to 60 letters, digits, spaces, dots and dashes",
  })
  .meta({
    description: "What answers call it; its records are kept under this name.",
    sample: "phones",
  });

const scheduleSchema = z.string().transform((text, context) => {
  if (text.length <= 100 && validate(text)) return text;
  context.addIssue(
    expectation(
      'a cron expression of five fields, such as "*/15 * * * *"',
      "Minute, hour, day, month, weekday; in quotes, since * means something to YAML.",
    ),
  );
  return z.NEVER;
});

/** What every source has, beside its own settings. */
const common = {
  schedule: scheduleSchema.optional().meta({
    description: "When it is pulled, as a cron expression; only on request where it is left out.",
    sample: "*/15 * * * *",
  }),
  stale_after: durationSchema.optional().meta({
    description: "The age at which its data is not current any more.",
    sample: "2h",
  }),
  timezone: zoneSchema.optional().meta({
    description: "The zone of its times without an offset; the workspace's where it is left out.",
    sample: "Europe/Berlin",
  }),
  records: recordsSchema.meta({
    description: "What its rows become: kind of record, column of the kind, where that comes from.",
  }),
  exclude: excludeSchema.optional().meta({
    description: "Rows to leave out: a row goes where one of the conditions holds.",
    sample: [{ column: "Status", is: ["spam", "merged"] }],
  }),
};

/** A call centre's export: one row is a call and the answer to its survey. */
const exampleSource = {
  name: "phones",
  type: "csv",
  path: "calls/*.csv",
  schedule: "*/15 * * * *",
  stale_after: "2h",
  records: {
    calls: {
      id: "Call Id",
      queued_at: { column: ["Date", "Time"], format: "dd/MM/yyyy H:mm:ss" },
      outcome: { column: "Answered (Y/N)", values: { Y: "handled", N: "abandoned" } },
      wait_seconds: "Speed of answer in seconds",
      talk_seconds: { column: "AvgTalkDuration", as: "duration" },
      agent: "Agent",
    },
    surveys: {
      id: "Call Id",
      kind: { value: "csat" },
      scale: { value: [1, 5] },
      answered_at: { column: ["Date", "Time"], format: "dd/MM/yyyy H:mm:ss" },
      score: { column: "Satisfaction rating", missing: ["", "0"] },
      agent: "Agent",
    },
  },
};

export const commonKeys: ReadonlySet<string> = new Set(["name", "type", ...Object.keys(common)]);

/** One branch for each type on the shelf: a new source brings its settings, and nothing changes here. */
export function sourcesSchema(shelf: readonly Source[]) {
  const [first, ...rest] = shelf.map((source) =>
    z.strictObject({
      name: nameSchema,
      type: z.literal(source.type).meta({
        description: "What kind of source it is.",
        sample: source.type,
      }),
      ...source.settings.shape,
      ...common,
    }),
  );
  if (first === undefined) throw new RangeError("no source is on the shelf");
  return z
    .array(z.discriminatedUnion("type", [first, ...rest]))
    .default([])
    .meta({
      description: "Where records come from.",
      sample: [exampleSource, ...shelf.slice(1).map(({ example }) => example)],
      inExample: true,
    });
}
