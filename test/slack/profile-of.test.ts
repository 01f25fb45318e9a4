import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { createMembersOf } from "../../src/slack/members-of.ts";
import { createProfileOf } from "../../src/slack/profile-of.ts";
import { startForTest } from "../playground/workspace-for-tests.ts";
import { collectLog } from "./bot-for-tests.ts";

const settings = (slack: { readonly botToken: string; readonly apiUrl: string }) =>
  ({
    ...slack,
    log: collectLog().log,
    clock: systemClock,
    locale: "en",
    zone: "Europe/Berlin",
    chosenLocale: async (person: string) => (person === "U0ANDREI" ? "zh-TW" : null),
  }) as const;

async function slackThatSays(answer: object) {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { botToken: "xoxb-test", apiUrl: `http://127.0.0.1:${port}/api/` };
}

test("people are known by their profile, and by the language they chose before that", async () => {
  const playground = await startForTest();
  onTestFinished(() => playground.stop());
  const profileOf = createProfileOf(settings(playground));
  expect(await profileOf("U0MINA")).toEqual({ locale: "ko", zone: "Asia/Seoul", isGone: false });
  expect(await profileOf("U0ANDREI")).toMatchObject({ locale: "zh-TW", zone: "Europe/Moscow" });
  const membersOf = createMembersOf(settings(playground));
  expect(await membersOf("S0LEADS")).toEqual(["U0LENA"]);
  expect(await membersOf("U0MINA")).toEqual(["U0MINA"]);
});

test("a closed account is gone; of whom Slack tells nothing is still there", async () => {
  const deleted = { ok: true, user: { id: "U0LEFT", deleted: true } };
  const gone = createProfileOf(settings(await slackThatSays(deleted)));
  expect(await gone("U0LEFT")).toEqual({ locale: "en", zone: "Europe/Berlin", isGone: true });
  const silent = await slackThatSays({ ok: false, error: "user_not_found" });
  expect(await createProfileOf(settings(silent))("U0LEFT")).toMatchObject({ isGone: false });
});

test("in a group that is not there is nobody; who is in one that Slack does not tell of is not known", async () => {
  const none = await slackThatSays({ ok: false, error: "no_such_subteam" });
  expect(await createMembersOf(settings(none))("S0NONE")).toEqual([]);
  const silent = await slackThatSays({ ok: false, error: "internal_error" });
  await expect(createMembersOf(settings(silent))("S0LEADS")).rejects.toMatchObject({
    code: "slack_busy",
  });
});
