import { expect, test } from "vitest";
import { openLog } from "../../src/app/open-log.ts";

/** What is written of some fields, read back as a collector of logs reads it. */
function written(fields: object, known: readonly string[] = []): unknown {
  let line = "";
  openLog("info", new Set(known), (text) => (line += text)).info(fields, "told");
  return JSON.parse(line);
}

test("a secret is hidden where its characters are written otherwise in JSON", () => {
  const secret = String.raw`p@ss"wo\rd/1`;
  expect(written({ reason: `login failed for ${secret}.` }, [secret])).toMatchObject({
    reason: "login failed for [hidden].",
  });
});

test.each([
  ["a query before a quote", { said: 'at "http://h/p?key=sesame" today' }],
  ["a query before a line's end", { said: "http://h/p?key=sesame\nnext" }],
  ["an error", { error: new Error('GET "postgres://u:sesame@h/p?a=sesame"') }],
  ["a field with a secret's name", { token: "sesame" }],
  ["one that holds more", { password: { of: "sesame and seeds" } }],
  ["one with a number", { api_key: 7, beside: ["Bearer sesame"] }],
])("a line with %s stays JSON, and its message is read", (_name, fields) => {
  const line = written(fields);
  expect(line).toMatchObject({ msg: "told" });
  expect(JSON.stringify(line)).not.toContain("sesame");
});

test("what is hidden in one field takes nothing of the next along", () => {
  const fields = { url: "http://", mail: "lena@example.com" };
  expect(written(fields)).toMatchObject(fields);
});
