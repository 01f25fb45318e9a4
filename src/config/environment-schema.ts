import { z } from "zod";
import { expectation } from "./expectation.ts";

/** Only the beginning is checked and shown: the rest of a token is nobody's business. */
const tokenSchema = (pattern: RegExp, expected: string) =>
  z.string().regex(pattern, { error: expected });

const portSchema = z.string().transform((text, context) => {
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  context.addIssue(expectation("a port from 0 to 65535"));
  return z.NEVER;
});

const urlSchema = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain = url !== null && url.username === "" && url.search === "" && url.hash === "";
  if (isPlain && ["http:", "https:"].includes(url.protocol)) return url.href.replace(/\/*$/u, "/");
  context.addIssue(expectation("an address such as https://slack.com/api/"));
  return z.NEVER;
});

/** Every variable Goalpost reads, in the order `.env.example` shows them. */
export const environmentSchema = z.object({
  SLACK_BOT_TOKEN: tokenSchema(/^xoxb-\S+$/u, "a bot token, which begins with xoxb-")
    .optional()
    .meta({
      description:
        "The bot token (OAuth & Permissions). Without any Slack token the playground opens.",
      secret: true,
      sample: "xoxb-…",
    }),
  SLACK_APP_TOKEN: tokenSchema(/^xapp-\S+$/u, "an app-level token, which begins with xapp-")
    .optional()
    .meta({
      description:
        "Socket Mode: an app-level token with connections:write. Wins over the signing secret.",
      secret: true,
      sample: "xapp-…",
    }),
  SLACK_SIGNING_SECRET: tokenSchema(/^[0-9a-f]{16,128}$/iu, "a signing secret: hexadecimal digits")
    .optional()
    .meta({
      description: "HTTP: the signing secret (Basic Information). Slack then sends to PORT.",
      secret: true,
      sample: "…",
    }),
  SLACK_API_URL: urlSchema
    .default("https://slack.com/api/")
    .meta({ description: "Another Slack, for tests.", sample: "https://slack.com/api/" }),
  PORT: portSchema
    .default(3000)
    .meta({ description: "Where the playground or Slack's HTTP listens.", sample: "3000" }),
  HEALTH_PORT: portSchema.optional().meta({
    description: "GET /healthz and /metrics answer here; not at all where empty.",
    sample: "3001",
  }),
  HEALTH_HOST: z
    .union([z.ipv4(), z.ipv6()], { error: "an address of this machine, as 127.0.0.1 or 0.0.0.0" })
    .default("127.0.0.1")
    .meta({
      description:
        "The address of HEALTH_PORT; in a container 0.0.0.0. Whoever reaches it may read.",
      sample: "127.0.0.1",
    }),
  GOALPOST_CONFIG: z
    .string()
    .default("goalpost.yml")
    .meta({ description: "The configuration.", sample: "goalpost.yml" }),
  GOALPOST_DATA: z.string().default("data").meta({
    description: "The data folder; one process holds it at a time, with a database too.",
    sample: "data",
  }),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\/\S+$/u, {
      error: "the address of a PostgreSQL, which begins with postgres://",
    })
    .optional()
    .meta({
      description: "A PostgreSQL 15 or later that keeps everything, for several processes.",
      secret: true,
      sample: "postgres://goalpost:…@db.example.com:5432/goalpost?sslmode=verify-full",
    }),
  NODE_ENV: z
    .string()
    .optional()
    .meta({ description: "production refuses the playground.", sample: "production" }),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error"])
    .default("info")
    .meta({ description: "How much is logged; debug never in production.", sample: "info" }),
});
