import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { commands } from "../../commands/index.ts";
import { locales } from "../../src/i18n/locale.ts";
import { manifestFor } from "../../src/slack/manifest.ts";
import { freeMethods, scopes } from "../../src/slack/scopes.ts";
import { shortcuts } from "../../src/slack/shortcuts.ts";

const root = resolve(import.meta.dirname, "../..");
const code = readdirSync(join(root, "src/slack"))
  .map((file) => readFileSync(join(root, "src/slack", file), "utf8"))
  .join("\n");

const schema = z.looseObject({
  features: z.looseObject({
    shortcuts: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(24),
          type: z.enum(["global", "message"]),
          callback_id: z.string().min(1).max(255),
          description: z.string().min(1).max(150),
        }),
      )
      .max(10),
    slash_commands: z.array(
      z.looseObject({
        command: z.string().max(32),
        url: z.string().optional(),
        description: z.string().min(1).max(2000),
        usage_hint: z.string().max(1000),
      }),
    ),
  }),
  display_information: z.looseObject({
    name: z.string().max(35),
    description: z.string().max(140),
  }),
  oauth_config: z.looseObject({ scopes: z.looseObject({ bot: z.array(z.string()) }) }),
  settings: z.looseObject({
    event_subscriptions: z.looseObject({
      bot_events: z.array(z.string()),
      request_url: z.string().optional(),
    }),
    interactivity: z.looseObject({
      request_url: z.string().optional(),
      message_menu_options_url: z.string().optional(),
    }),
    socket_mode_enabled: z.boolean(),
  }),
});
const read = (text: string) => schema.parse(parse(text));
const socket = read(manifestFor({ mode: "socket" }));

/** After a change: `npx vitest run --config test/vitest.config.ts test/slack/manifest -u`. */
test("the manifest in the repository is the one for Socket Mode", async () => {
  await expect(manifestFor({ mode: "socket" })).toMatchFileSnapshot(join(root, "manifest.yml"));
});

test("it names every command, and no other", () => {
  expect(socket.features.slash_commands.map(({ command }) => command)).toEqual(
    commands.map(({ name }) => `/${name}`),
  );
});

test("it names every shortcut that the bot answers, and no other", () => {
  expect(socket.features.shortcuts.map(({ callback_id }) => callback_id)).toEqual(
    shortcuts.map(({ callback }) => callback),
  );
  expect(socket.features.shortcuts.map(({ callback_id }) => callback_id)).toContain("set_goal");
});

test("it subscribes to the events the code listens to, and to no other", () => {
  const heard = [
    ...[...code.matchAll(/app\.event\("(\w+)"/gu)].map((match) => match[1]!),
    ...(/app\.message\(/u.test(code) ? ["message.im", "message.channels", "message.groups"] : []),
  ];
  expect(socket.settings.event_subscriptions.bot_events.toSorted()).toEqual(heard.toSorted());
});

test("every method called has its scope, and every scope something it is for", () => {
  const called = new Set(
    [
      ...code.matchAll(
        /\.((?:auth|chat|conversations|files|reactions|team|usergroups|users|views)\.\w+(?:\.\w+)?)\(/gu,
      ),
    ].map((match) => match[1]!),
  );
  expect(called.size).toBeGreaterThan(8);
  const allowed = new Set<string>(scopes.flatMap(({ lets }) => lets));
  const free = new Set<string>(freeMethods);
  expect([...called].filter((method) => !allowed.has(method) && !free.has(method))).toEqual([]);
  const done = new Set([
    ...called,
    ...socket.settings.event_subscriptions.bot_events,
    "slash_commands",
  ]);
  const idle = scopes.filter(({ lets }) => !lets.some((deed) => done.has(deed)));
  expect(idle.map(({ name }) => name)).toEqual([]);
  expect([...free].filter((method) => !called.has(method))).toEqual([]);
  expect(socket.oauth_config.scopes.bot).toEqual(scopes.map(({ name }) => name));
});

test("its texts come in each language, within Slack's lengths, and the rest of it is the same", () => {
  const names = locales.map((locale) => {
    const own = read(manifestFor({ mode: "socket" }, locale));
    const { features, display_information } = own;
    const untold = { features: {}, display_information: {} };
    expect({ ...own, ...untold }).toEqual({ ...socket, ...untold });
    const commandHints = features.slash_commands.map(({ usage_hint }) => usage_hint);
    return [features.shortcuts[0]?.name, display_information.description, ...commandHints].join();
  });
  expect(new Set(names).size).toBe(locales.length);
});

test("every scope has a reason beside it", () => {
  const lines = manifestFor({ mode: "socket" }).split("\n");
  for (const { name } of scopes) {
    expect(lines.find((line) => line.trim().startsWith(`- ${name} `))).toMatch(/ # \S+ \S+/u);
  }
});

test("over HTTP every kind of request has an address, in Socket Mode none", () => {
  const http = read(manifestFor({ mode: "http", url: "https://kpi.example.com/" }));
  const url = "https://kpi.example.com/slack/events";
  expect(http.settings.socket_mode_enabled).toBe(false);
  expect(http.settings.event_subscriptions.request_url).toBe(url);
  expect(http.settings.interactivity.request_url).toBe(url);
  expect(http.settings.interactivity.message_menu_options_url).toBe(url);
  expect(http.features.slash_commands.map((each) => each.url)).toEqual(commands.map(() => url));
  expect(manifestFor({ mode: "socket" })).not.toMatch(/url:/u);
  expect(socket.settings.socket_mode_enabled).toBe(true);
});
