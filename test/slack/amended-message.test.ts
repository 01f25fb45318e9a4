import { expect, test } from "vitest";
import { AppError } from "../../src/errors.ts";
import { aComposedDigest } from "../fixtures/composed-digest.ts";
import { clientOf, visitorAt } from "../playground/workspace-for-tests.ts";
import { fromBot } from "./bot-for-tests.ts";
import { faultInSlack } from "./fault-in-slack.ts";
import { at, digest, key, openPoster, since } from "./poster-for-tests.ts";

const amended = (ts: string, channel = "C0BILLING") => ({
  channel,
  ts,
  digest: aComposedDigest({ key }),
  corrections: ["Corrected on 18 November 2026: FCR, last week, was 71.4 %, is now 72.0 %."],
});

test("a correction stands in the message as it was posted, which is found by its key as before", async () => {
  const { playground, poster } = await openPoster();
  const { ts } = await poster.post("C0BILLING", digest, key, at);
  const lena = visitorAt(playground, "U0LENA");
  const [before] = fromBot(await lena.see());
  await poster.amend(amended(ts));
  await poster.amend(amended(ts));
  const [after, ...others] = fromBot(await lena.see());
  expect(others).toEqual([]);
  expect(after?.editedTs).not.toBeNull();
  expect(JSON.stringify(after?.blocks[2])).toContain("was 71.4 %, is now 72.0 %");
  const said = ({ blocks, text, metadata, author }: NonNullable<typeof after>) => ({
    blocks: blocks.map((block) => JSON.stringify(block).replace(/"block_id":"b\w*",?/u, "")),
    text,
    metadata,
    author,
  });
  const { blocks, ...rest } = said(after!);
  expect({ blocks: blocks.toSpliced(2, 1), ...rest }).toEqual(said(before!));
  expect(await poster.findByKey("C0BILLING", key, since())).toBe(ts);
});

test("a message that was taken away is not there to be corrected, and nothing is posted for it", async () => {
  const { playground, poster } = await openPoster();
  const { ts } = await poster.post("C0BILLING", digest, key, at);
  await clientOf(playground).chat.delete({ channel: "C0BILLING", ts });
  await expect(poster.amend(amended(ts))).rejects.toMatchObject({ code: "slack_refused" });
  expect(fromBot(await visitorAt(playground, "U0LENA").see())).toEqual([]);
});

test("where people from outside read along by now, a message is not corrected", async () => {
  const { ts } = await (await openPoster(["C0SUPPORT"])).poster.post("C0SUPPORT", digest, key, at);
  const { poster } = await openPoster();
  await expect(poster.amend(amended(ts, "C0SUPPORT"))).rejects.toMatchObject({
    code: "slack_shared",
  });
});

test.each([
  ["the message is gone", "message_not_found", "slack_refused"],
  ["it is somebody else's", "cant_update_message", "slack_refused"],
  ["it is too old for this workspace", "edit_window_closed", "slack_refused"],
  ["the channel is archived", "is_archived", "slack_closed"],
  ["the token is revoked", "token_revoked", "slack_shut_out"],
  ["Slack asks to wait", "ratelimited", "slack_busy"],
  ["Slack is in trouble", "update_failed", null],
])("an update that fails because %s is told apart", async (_name, word, code) => {
  const slack = faultInSlack();
  const { poster } = await openPoster();
  const { ts } = await poster.post("C0BILLING", digest, key, at);
  slack.failAt("chat.update", word);
  const fault: unknown = await poster.amend(amended(ts)).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(Error);
  expect(fault instanceof AppError ? fault.code : null).toBe(code);
});
