import { expect, test } from "vitest";
import { AppError } from "../../src/errors.ts";
import { keepersInstead } from "../../src/app/keepers-instead.ts";
import { collectLog } from "../slack/bot-for-tests.ts";
import { fakeSlack, type FakeSlackOptions } from "../fixtures/fake-slack.ts";

const text = "Digest d3 could not be posted.";

function aPoster(options: Partial<FakeSlackOptions> = {}, gone: readonly string[] = []) {
  const slack = fakeSlack({ now: () => new Date(), ...options });
  const { tell } = keepersInstead(slack, {
    profileOf: async (person) => ({ locale: "en", zone: "UTC", isGone: gone.includes(person) }),
    keepers: async () => ["U0ADMIN", "U0GONE", "U0OTHER"],
    log: collectLog().log,
  });
  return { slack, tell };
}

test("a notice goes to its person alone", async () => {
  const { slack, tell } = aPoster();
  await tell("U0LEAD", text);
  expect(slack.told).toEqual([`U0LEAD: ${text}`]);
});

test("one for somebody whose account is closed goes to who looks after Goalpost", async () => {
  const { slack, tell } = aPoster({}, ["U0GONE"]);
  await tell("U0GONE", text);
  expect(slack.told).toEqual([`U0ADMIN: ${text}`, `U0OTHER: ${text}`]);
});

test("so does one for somebody Slack has no way to, and one who hears nothing silences no other", async () => {
  const shut = ["U0LEAD", "U0ADMIN"];
  const { slack, tell } = aPoster({
    fateOfTell: (person) => (shut.includes(person) ? "closed" : "ok"),
  });
  await tell("U0LEAD", text);
  expect(slack.told).toEqual([`U0GONE: ${text}`, `U0OTHER: ${text}`]);
});

test("a Slack that lets nothing in is told as such, and asked again later", async () => {
  const { slack, tell } = aPoster({ fateOfTell: () => "shut_out" });
  await expect(tell("U0LEAD", text)).rejects.toMatchObject({ code: "slack_shut_out" });
  expect(slack.told).toEqual([]);
});

test("as long as nobody knows who looks after Goalpost, the notice counts as not told", async () => {
  const slack = fakeSlack({ now: () => new Date() });
  const unknown = new AppError("slack_busy", "Slack did not say who is in S0LEADS");
  const { tell } = keepersInstead(slack, {
    profileOf: async () => ({ locale: "en", zone: "UTC", isGone: true }),
    keepers: async () => Promise.reject(unknown),
    log: collectLog().log,
  });
  await expect(tell("U0GONE", text)).rejects.toBe(unknown);
});

test("so does one that none of them could be told", async () => {
  const { tell } = aPoster({ fateOfTell: () => "shut_out" }, ["U0LEAD"]);
  await expect(tell("U0LEAD", text)).rejects.toMatchObject({ code: "slack_shut_out" });
});
