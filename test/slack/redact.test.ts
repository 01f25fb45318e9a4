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
  ["wss://x.example/link?ticket=abc&app_id=1", "ticket=abc"],
])("%s keeps nothing secret", (line, secret) => {
  expect(redact(line)).not.toContain(secret);
});

test("an ordinary line is left as it is", () => {
  const line = "Slack refused the message: not_in_channel (C0BILLING) at https://slack.com/api/";
  expect(redact(line)).toBe(line);
});
