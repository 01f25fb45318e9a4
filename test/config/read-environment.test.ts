import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { environmentExample } from "../../src/config/environment-example.ts";
import { ConfigError } from "../../src/config/fault.ts";
import { loadEnvironmentFile, readEnvironment } from "../../src/config/read-environment.ts";
import { wantsColor } from "../../src/config/wants-color.ts";
import { newFolder } from "./desk.ts";

type Variables = Readonly<Record<string, string>>;

const bot = { SLACK_BOT_TOKEN: "xoxb-planted-bot" };
const app = { SLACK_APP_TOKEN: "xapp-planted-app" };
const signing = { SLACK_SIGNING_SECRET: "0123456789abcdef0123456789abcdef" };

function faultOf(env: Variables): string {
  try {
    readEnvironment(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return "none";
}

test("nothing set opens the playground with the defaults", () => {
  expect(readEnvironment({})).toEqual({
    slack: { kind: "playground" },
    slackApiUrl: "https://slack.com/api/",
    port: 3_000,
    healthPort: null,
    healthHost: "127.0.0.1",
    configPath: resolve("goalpost.yml"),
    dataFolder: resolve("data"),
    databaseUrl: null,
    production: false,
    logLevel: "info",
  });
});

describe("the tokens say how Goalpost meets Slack", () => {
  test("bot and app token: Socket Mode", () => {
    expect(readEnvironment({ ...bot, ...app }).slack.kind).toBe("socket");
  });
  test("bot token and signing secret: HTTP", () => {
    expect(readEnvironment({ ...bot, ...signing }).slack.kind).toBe("http");
  });
  test("the app token wins over the signing secret", () => {
    expect(readEnvironment({ ...bot, ...app, ...signing }).slack).toEqual({
      kind: "socket",
      botToken: bot.SLACK_BOT_TOKEN,
      appToken: app.SLACK_APP_TOKEN,
    });
  });
  test("empty variables count as none", () => {
    const env = { SLACK_BOT_TOKEN: "", SLACK_APP_TOKEN: "  ", PORT: "" };
    expect(readEnvironment(env).slack.kind).toBe("playground");
  });
  test.for([
    [bot, "environment SLACK_APP_TOKEN: expected a value beside SLACK_BOT_TOKEN, found nothing."],
    [app, "environment SLACK_BOT_TOKEN: expected a value beside SLACK_APP_TOKEN, found nothing."],
    [
      signing,
      "environment SLACK_BOT_TOKEN: expected a value beside SLACK_SIGNING_SECRET, found nothing.",
    ],
  ] as const)("half of a pair is a fault: %o", ([env, expected]) => {
    const fault = faultOf({ ...env });
    expect(fault.startsWith(expected)).toBe(true);
    expect(fault).toContain("none of them opens the playground");
  });
});

test.for([
  [{ SLACK_BOT_TOKEN: "xoxp-planted" }, "a bot token, which begins with xoxb-"],
  [{ SLACK_APP_TOKEN: "xoxb-planted" }, "an app-level token, which begins with xapp-"],
  [{ SLACK_SIGNING_SECRET: "planted secret" }, "a signing secret: hexadecimal digits"],
  [{ PORT: "planted" }, 'a port from 0 to 65535, found "planted"'],
  [{ PORT: "65536" }, 'a port from 0 to 65535, found "65536"'],
  [{ SLACK_API_URL: "ftp://slack.com" }, "an address such as https://slack.com/api/"],
  [{ SLACK_API_URL: "https://me:planted@slack.com" }, "an address such as https://slack.com/api/"],
  [
    { SLACK_API_URL: "https://slack.com/api/?key=planted" },
    "an address such as https://slack.com/api/",
  ],
  [
    { LOG_LEVEL: "warning" },
    'one of debug, info, warn, error, found "warning". Did you mean "warn"?',
  ],
  [{ LOG_LEVEL: "debug", NODE_ENV: "production" }, "one of info, warn, error"],
  [{ PORT: "80", HEALTH_PORT: "80" }, "another port than PORT"],
  [
    { DATABASE_URL: "mysql://planted:planted@db/goalpost" },
    "the address of a PostgreSQL, which begins with postgres://",
  ],
] as const)("a wrong value is refused: %o", ([env, expected]) => {
  const fault = faultOf({ ...env });
  expect(fault).toContain(`expected ${expected}`);
  expect(fault.replace('found "planted"', "")).not.toContain("planted");
});

test("every fault of the environment is named at once", () => {
  expect(faultOf({ PORT: "x", HEALTH_PORT: "y", LOG_LEVEL: "z" }).split("\n")).toHaveLength(3);
});

test("another Slack is taken with its path closed by a slash", () => {
  expect(readEnvironment({ SLACK_API_URL: "http://127.0.0.1:4000/api" }).slackApiUrl).toBe(
    "http://127.0.0.1:4000/api/",
  );
});

test("`.env.example` names every variable, as the schema has it", () => {
  // To write it anew: the text is what environmentExample() gives.
  const root = resolve(import.meta.dirname, "../..");
  expect(readFileSync(join(root, ".env.example"), "utf8")).toBe(environmentExample());
});

test("the example's variables are valid once they are filled in", () => {
  const filled = Object.fromEntries(
    environmentExample()
      .split("\n")
      .flatMap((line) => {
        const [, name = "", value = ""] = /^#(\w+)=(.*)$/u.exec(line) ?? [];
        return name === "" ? [] : [[name, value === "…" ? "0123456789abcdef" : value] as const];
      }),
  );
  expect(Object.keys(filled)).toHaveLength(12);
  expect(readEnvironment(filled)).toMatchObject({ slack: { kind: "socket" }, healthPort: 3_001 });
});

test("a `.env` that is missing is none, one that cannot be read is a fault", () => {
  const folder = newFolder();
  mkdirSync(join(folder, "folder"));
  expect(() => loadEnvironmentFile(join(folder, "none"))).not.toThrow();
  expect(() => loadEnvironmentFile(join(folder, "folder"))).toThrow(ConfigError);
});

test("a `.env` sets what is not set already", () => {
  const path = join(newFolder(), ".env");
  writeFileSync(path, "GOALPOST_TEST_NEW=from-file\nGOALPOST_TEST_OLD=from-file\n");
  process.env["GOALPOST_TEST_OLD"] = "from-outside";
  loadEnvironmentFile(path);
  expect([process.env["GOALPOST_TEST_NEW"], process.env["GOALPOST_TEST_OLD"]]).toEqual([
    "from-file",
    "from-outside",
  ]);
  delete process.env["GOALPOST_TEST_NEW"];
  delete process.env["GOALPOST_TEST_OLD"];
});

test("NO_COLOR declines colours", () => {
  expect(wantsColor({})).toBe(true);
  expect(wantsColor({ NO_COLOR: "1" })).toBe(false);
  expect(wantsColor({ NO_COLOR: "" })).toBe(true);
  expect(wantsColor({ TERM: "dumb" })).toBe(false);
});
