import { expect, test } from "vitest";
import { errorOf } from "./error-of.ts";
import { openClient } from "./open-client.ts";
import { type Methods, tryMethods } from "./try-methods.ts";
import { clientOf } from "./workspace-for-tests.ts";

const divider = { type: "divider" as const };
const title = { type: "plain_text" as const, text: "Goal" };
const modal = { type: "modal" as const, title, blocks: [divider] };
const home = { type: "home" as const, blocks: [divider] };

const methods: Methods = {
  "api.test": {
    status: "partial",
    works: async ({ client }) => expect(await client.api.test()).toMatchObject({ ok: true }),
  },
  "auth.test": {
    status: "supported",
    works: async ({ client }) =>
      expect(await client.auth.test()).toMatchObject({
        user_id: "U0GOALPOST",
        bot_id: "B0GOALPOST",
        team_id: "T0NORDLICHT",
      }),
  },
  "team.info": {
    status: "partial",
    works: async ({ client }) =>
      expect((await client.team.info()).team).toMatchObject({ name: "Nordlicht Support" }),
  },
  "bots.info": {
    status: "supported",
    works: async ({ client }) => {
      expect((await client.bots.info({ bot: "B0GOALPOST" })).bot?.user_id).toBe("U0GOALPOST");
      expect(await errorOf(client.bots.info({ bot: "B0" }))).toBe("bot_not_found");
    },
  },
  "blocks.validate": {
    status: "partial",
    works: async ({ client }) => {
      const validate = (blocks: object[]) =>
        client.apiCall("blocks.validate", { blocks: JSON.stringify(blocks) });
      expect(await validate([divider])).toMatchObject({ ok: true });
      const messages = [expect.stringContaining("json-pointer:/blocks/0/type")];
      await expect(validate([{ type: "bogus" }])).rejects.toMatchObject({
        data: { error: "invalid_blocks", response_metadata: { messages } },
      });
    },
  },
  "apps.connections.open": {
    status: "supported",
    works: async ({ client, playground }) => {
      const { url } = await clientOf(playground, playground.appToken).apps.connections.open();
      expect(url).toMatch(/^ws:\/\/127\.0\.0\.1:/u);
      expect(await errorOf(client.apps.connections.open())).toBe("not_allowed_token_type");
    },
  },
  "users.info": {
    status: "supported",
    works: async ({ client }) => {
      const { user } = await client.users.info({ user: "U0SAMTSAI", include_locale: true });
      expect(user).toMatchObject({
        team_id: "T0PARTNER",
        is_stranger: true,
        tz: "Asia/Taipei",
        tz_offset: 28_800,
        locale: "zh-TW",
      });
      const plainly = await client.users.info({ user: "U0LENA" });
      expect(plainly.user).not.toHaveProperty("locale");
      expect(await errorOf(client.users.info({ user: "U0NONE" }))).toBe("user_not_found");
    },
  },
  "users.list": {
    status: "partial",
    works: async ({ client }) => {
      const { members } = await client.users.list({});
      expect(members?.map(({ name }) => name)).toEqual([
        "mina",
        "lena",
        "andrei",
        "sam.tsai",
        "goalpost",
      ]);
    },
  },
  "users.conversations": {
    status: "partial",
    works: async ({ client }) => {
      const types = "public_channel,private_channel";
      const { channels } = await client.users.conversations({ user: "U0ANDREI", types });
      expect(channels?.map(({ name }) => name)).toEqual(["support", "billing-team", "general"]);
    },
  },
  "usergroups.users.list": {
    status: "partial",
    works: async ({ client }) => {
      expect((await client.usergroups.users.list({ usergroup: "S0LEADS" })).users).toEqual([
        "U0LENA",
      ]);
    },
  },
  "views.open": {
    status: "supported",
    works: async ({ client }) => {
      expect(await errorOf(client.views.open({ trigger_id: "none", view: modal }))).toBe(
        "invalid_trigger_id",
      );
    },
  },
  "views.push": {
    status: "supported",
    works: async ({ client }) => {
      expect(await errorOf(client.views.push({ trigger_id: "none", view: modal }))).toBe(
        "invalid_trigger_id",
      );
    },
  },
  "views.update": {
    status: "supported",
    works: async ({ client }) => {
      expect(await errorOf(client.views.update({ view_id: "V0", view: modal }))).toBe("not_found");
    },
  },
  "views.publish": {
    status: "supported",
    works: async ({ client }) => {
      const first = await client.views.publish({ user_id: "U0MINA", view: home });
      const hash = first.view!.hash!;
      await client.views.publish({ user_id: "U0MINA", view: home, hash });
      expect(await errorOf(client.views.publish({ user_id: "U0MINA", view: home, hash }))).toBe(
        "hash_conflict",
      );
    },
  },
};

tryMethods("of the app and of people", methods);

test("an unknown method, no token and a wrong token are refused as Slack does", async () => {
  const { client, playground } = await openClient();
  expect(await errorOf(client.apiCall("chat.sing"))).toBe("unknown_method");
  expect(await errorOf(client.apiCall("constructor"))).toBe("unknown_method");
  expect(await errorOf(clientOf(playground, "xoxb-wrong").auth.test())).toBe("invalid_auth");
  const bare = await fetch(`${playground.apiUrl}auth.test`, { method: "POST" });
  expect(await bare.json()).toEqual({ ok: false, error: "not_authed" });
});
