import { resolve } from "node:path";
import type { z } from "zod";
import { environmentSchema } from "./environment-schema.ts";
import type { Environment, SlackMode } from "./environment.ts";
import { ConfigError, type Fault } from "./fault.ts";
import { toJsonSchema } from "./to-json-schema.ts";
import { zodFaults } from "./zod-faults.ts";

type Variables = z.output<typeof environmentSchema>;

const secrets = new Set([
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "SLACK_SIGNING_SECRET",
  "DATABASE_URL",
]);

/** The environment, checked whole. An empty variable counts as none: that is how files leave one out. */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Environment {
  const given = Object.fromEntries(
    Object.keys(environmentSchema.shape)
      .map((name) => [name, env[name]?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const schema = toJsonSchema(environmentSchema);
    throw new ConfigError(
      zodFaults(parsed.error.issues, {
        file: "environment",
        value: given,
        schema,
        lineOf: () => null,
        isSecret: ([name]) => secrets.has(String(name)),
      }),
    );
  }
  return toEnvironment(parsed.data);
}

/** `.env` beside the program, where there is one: what is set already wins over it. */
export function loadEnvironmentFile(path = ".env"): void {
  try {
    process.loadEnvFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return;
    throw new ConfigError([
      {
        file: path,
        line: null,
        path: "",
        expected: "lines of NAME=value",
        found: "a file that cannot be read",
        hint: "Compare with `.env.example`.",
      },
    ]);
  }
}

function toEnvironment(variables: Variables): Environment {
  const { slack, faults } = slackMode(variables);
  const production = variables.NODE_ENV === "production";
  const healthPort = variables.HEALTH_PORT ?? null;
  const more = [
    ...faults,
    ...(production && variables.LOG_LEVEL === "debug" ? [debugInProduction] : []),
    ...(healthPort !== null && healthPort !== 0 && healthPort === variables.PORT ? [samePort] : []),
  ];
  if (more.length > 0) throw new ConfigError(more);
  return {
    slack,
    slackApiUrl: variables.SLACK_API_URL,
    port: variables.PORT,
    healthPort,
    healthHost: variables.HEALTH_HOST,
    configPath: resolve(variables.GOALPOST_CONFIG),
    dataFolder: resolve(variables.GOALPOST_DATA),
    databaseUrl: variables.DATABASE_URL ?? null,
    production,
    logLevel: variables.LOG_LEVEL,
  };
}

function slackMode(variables: Variables): { slack: SlackMode; faults: readonly Fault[] } {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
  } = variables;
  const slack: SlackMode = { kind: "playground" };
  if (botToken === undefined) {
    const other = appToken === undefined ? "SLACK_SIGNING_SECRET" : "SLACK_APP_TOKEN";
    const alone = appToken !== undefined || signingSecret !== undefined;
    return { slack, faults: alone ? [missing("SLACK_BOT_TOKEN", `beside ${other}`)] : [] };
  }
  if (appToken !== undefined) return { slack: { kind: "socket", botToken, appToken }, faults: [] };
  if (signingSecret !== undefined) {
    return { slack: { kind: "http", botToken, signingSecret }, faults: [] };
  }
  return { slack, faults: [missing("SLACK_APP_TOKEN", "beside SLACK_BOT_TOKEN")] };
}

const fault = (path: string, expected: string, found: string | null, hint: string): Fault => ({
  file: "environment",
  line: null,
  path,
  expected,
  found,
  hint,
});

const missing = (name: string, beside: string): Fault =>
  fault(
    name,
    `a value ${beside}`,
    null,
    "Set SLACK_BOT_TOKEN with SLACK_APP_TOKEN (Socket Mode) or with SLACK_SIGNING_SECRET (HTTP); none of them opens the playground.",
  );

const debugInProduction = fault(
  "LOG_LEVEL",
  "one of info, warn, error",
  '"debug"',
  "Debug logs hold what people write; NODE_ENV is production.",
);

const samePort = fault("HEALTH_PORT", "another port than PORT", "the same", "Take the next one.");
