import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markdownParts, toMrkdwn } from "../../src/playground/page/blocks/markdown-parts.ts";
import { scaleFor } from "../../src/playground/page/charts/scale.ts";
import { mrkdwnTokens, type Token } from "../../src/playground/page/mrkdwn-tokens.ts";
import { slackDate } from "../../src/playground/page/slack-date.ts";
import { pageText, replyCount } from "../../src/playground/page/texts/page-text.ts";

const shown = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => {
      if (token.kind === "text") return token.text;
      if (token.kind === "break") return "\n";
      return "inner" in token
        ? `[${token.kind} ${shown(token.inner)}]`
        : `[${token.kind} ${token.text}]`;
    })
    .join("");

const words = (each: string): string => each.replaceAll(/[^ab]/gu, "");

describe("mrkdwn", () => {
  test.each([
    ["*bold* and _italic_ and ~gone~", "[bold bold] and [italic italic] and [strike gone]"],
    ["*_both_*", "[bold [italic both]]"],
    ["2*3*4 and snake_case_name", "2*3*4 and snake_case_name"],
    ["a * b * c", "a * b * c"],
    ["`*raw*` ```x\ny```", "[code *raw*] [pre x\ny]"],
    [
      "<https://a.b|c> <@U1> <!date^1^{date}|x>",
      "[angle https://a.b|c] [angle @U1] [angle !date^1^{date}|x]",
    ],
    [":dart: 10:30:45", "[emoji dart] 10[emoji 30]45"],
    ["before\n&gt; one\n&gt; two\nafter", "before\n[quote one\ntwo]after"],
    ["*목표*는 *цель* 與 *目標*", "*목표*는 [bold цель] 與 [bold 目標]"],
  ])("%s", (text, expected) => {
    expect(shown(mrkdwnTokens(text))).toBe(expected);
  });

  test("no text is lost and none takes long", () => {
    const letters = fc.string({ unit: fc.constantFrom(...Array.from("ab *_~`<>|:\n&;")) });
    fc.assert(
      fc.property(letters, (text) => {
        const kept = shown(mrkdwnTokens(text)).replaceAll(
          /\[(?:bold|italic|strike|code|pre|emoji|angle|quote) /gu,
          "",
        );
        expect(words(kept)).toBe(words(text));
      }),
    );
    expect(mrkdwnTokens("*a ".repeat(4000)).length).toBeGreaterThan(0);
  });
});

test("markdown falls into its parts", () => {
  const text =
    "# Title\nWords\n- one\n- two\n1. first\n\n> said\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n---\n```ts\ncode\n```\nend";
  expect(markdownParts(text)).toEqual([
    { kind: "heading", level: 1, text: "Title" },
    { kind: "paragraph", text: "Words" },
    { kind: "list", isOrdered: false, items: ["one", "two"] },
    { kind: "list", isOrdered: true, items: ["first"] },
    { kind: "quote", text: "said" },
    {
      kind: "table",
      rows: [
        ["a", "b"],
        ["1", "2"],
      ],
    },
    { kind: "rule" },
    { kind: "code", text: "code" },
    { kind: "paragraph", text: "end" },
  ]);
  expect(toMrkdwn("**bold** *it* [x](https://a.b) a<b")).toBe("*bold* _it_ <https://a.b|x> a&lt;b");
});

describe("an axis", () => {
  test.each([
    [[78.2, 82.9, 76.3], false, [74, 76, 78, 80, 82, 84]],
    [[120, 211], true, [0, 100, 200, 300]],
    [[-5, 5], true, [-5, -2.5, 0, 2.5, 5]],
    [[0, 0], true, [0, 0.25, 0.5, 0.75, 1]],
    [[80, 80], false, [78, 80, 82, 84, 86, 88]],
  ])("of %j from zero %s", (values, fromZero, ticks) => {
    expect(scaleFor(values, fromZero).ticks).toEqual(ticks);
  });

  test("holds every value between its ends, in at most eight steps", () => {
    const value = fc
      .double({ min: -1e9, max: 1e9, noNaN: true })
      .map((each) => (Math.abs(each) < 1e-6 ? 0 : each));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), fc.boolean(), (values, fromZero) => {
        const { low, high, ticks } = scaleFor(values, fromZero);
        const slack = (high - low) * 1e-6;
        expect(low - slack).toBeLessThanOrEqual(Math.min(...values));
        expect(high + slack).toBeGreaterThanOrEqual(Math.max(...values));
        expect(ticks.length).toBeLessThanOrEqual(9);
      }),
    );
  });
});

test("a date is written for the reader's language and zone", () => {
  const seconds = Date.UTC(2026, 10, 22, 23, 30) / 1000;
  const format = "{date_short} / {time} / {nonsense}";
  expect(slackDate(seconds, format, "en", "Europe/Berlin")).toEqual(
    expect.stringMatching(/^Nov 23, 2026 \/ 12:30\sAM \/ \{nonsense\}$/u),
  );
  expect(slackDate(seconds, "{date_long}", "ru", "Europe/Moscow")).toBe(
    "понедельник, 23 ноября 2026 г.",
  );
});

test("replies are counted by each language's rules", () => {
  expect([1, 2, 5, 21].map((count) => replyCount("ru", count))).toEqual([
    "1 ответ",
    "2 ответа",
    "5 ответов",
    "21 ответ",
  ]);
  expect(replyCount("ko", 3)).toBe("답글 3개");
  expect(pageText("zh-TW", "write_in", { name: "#support" })).toBe("傳送訊息至 #support");
});
