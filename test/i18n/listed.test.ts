import { expect, test } from "vitest";
import { listed } from "../../src/i18n/listed.ts";

test.each([
  ["en", "a, b, c", "a; b; c"],
  ["ko", "a, b, c", "a; b; c"],
  ["ru", "a, b, c", "a; b; c"],
  ["zh-TW", "a、b、c", "a；b；c"],
] as const)("things in a row are written as the language does: %s", (locale, short, long) => {
  expect(listed(["a", "b", "c"], locale)).toBe(short);
  expect(listed(["a", "b", "c"], locale, "long")).toBe(long);
  expect(listed(["a"], locale)).toBe("a");
  expect(listed([], locale)).toBe("");
});

test("what looks like a hole in one of them stays as it is", () => {
  expect(listed(["{second}", "{first}"], "en")).toBe("{second}, {first}");
});
