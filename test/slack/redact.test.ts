import { expect, test } from "vitest";
import { redact } from "../../src/slack/redact.ts";

test.each([
  ["token xoxb-12-34-abc used", "12-34-abc"],
  ["token xapp-1-A0-9-abc used", "A0-9-abc"],
  ["Authorization: Bearer abc.def~1", "abc.def"],
  ["posted to https://hooks.slack.com/commands/T1/2/xyz", "xyz"],
  ['{"response_url":"http://127.0.0.1/response/1"}', "response/1"],
  ['{"trigger_id": "1.2.abc"}', "1.2.abc"],
  ["postgres://user:hunter2@db/kpi", "hunter2"],
  ["https://desk.example/api?key=sesame&a=b", "sesame"],
  [String.raw`{\"response_url\":\"http://127.0.0.1/response/1\"}`, "response/1"],
  [String.raw`{\"client_secret\": \"abc123def\"}`, "abc123def"],
  ["payload=%7B%22trigger_id%22%3A%221.2.abcdef%22%7D", "abcdef"],
  ["response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1%2Fxyz9", "xyz9"],
  ["refreshed with xoxe-1-My0xLWFi and xoxe.xoxp-1-Mi0yLWFi", "0xLWFi"],
  ["refreshed with xoxe-1-My0xLWFi and xoxe.xoxp-1-Mi0yLWFi", "0yLWFi"],
  ["authorization: 'Basic YWxhZGRpbjpvcGVu'", "YWxhZGRpbjpvcGVu"],
  ["connect with password=hunter2 failed", "hunter2"],
  ["wss://x.example/link?ticket=abc&app_id=1", "ticket=abc"],
])("%s keeps nothing secret", (line, secret) => {
  expect(redact(line)).not.toContain(secret);
});

test("an ordinary line is left as it is", () => {
  const line = "Slack refused the message: not_in_channel (C0BILLING) at https://slack.com/api/";
  expect(redact(line)).toBe(line);
});
