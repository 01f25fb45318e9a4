import { expect, test } from "vitest";
import { secretValues } from "../../src/config/secret-values.ts";

test("the values of secret variables are known, and the password in an address by itself", () => {
  const values = secretValues({
    SLACK_BOT_TOKEN: "xoxb-1-planted",
    SLACK_SIGNING_SECRET: " 8f742231b10e8888abcd99yyyzzz85a5 ",
    DATABASE_URL: "postgres://bot:hunter%2F2%2Fhunter@db/kpi",
    GOALPOST_DATA: "/var/lib/goalpost",
    SLACK_API_URL: "https://slack.com/api/",
  });
  expect(values.toSorted()).toEqual(
    [
      "xoxb-1-planted",
      "8f742231b10e8888abcd99yyyzzz85a5",
      "postgres://bot:hunter%2F2%2Fhunter@db/kpi",
      "hunter%2F2%2Fhunter",
      "hunter/2/hunter",
    ].toSorted(),
  );
});

test("a value so short that ordinary words hold it is left alone, and so is one that is no address", () => {
  expect(secretValues({ SLACK_BOT_TOKEN: "xoxb-1", DATABASE_URL: "" })).toEqual([]);
  expect(secretValues({ DATABASE_URL: "postgres://a:%E0%A4@db/kpi" })).toHaveLength(1);
});
