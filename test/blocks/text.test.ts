import * as fc from "fast-check";
import { expect, test } from "vitest";
import { md, toMrkdwn, toPlain } from "../../src/blocks/text.ts";

const written = (text: string): string => toMrkdwn(text, 3000);

test("a name cannot mention, link, format or become an emoji", () => {
  expect(written("<!channel> <@U1> <#C1> <http://evil.example|Log in>")).toBe(
    "&lt;!channel&gt; &lt;@U1&gt; &lt;#C1&gt; &lt;http://evil.example|Log in&gt;",
  );
  expect(written("*bold* ~gone~ `code` _italic_")).toBe("∗bold∗ ∼gone∼ ˋcodeˋ ˍitalicˍ");
  expect(written("done :white_check_mark:")).toBe("done ꞉white_check_mark:");
});

test("what only looks like markup is left as it is", () => {
  const plain = "first_response_time at 10:30:00, a: b, 9일~15일, 3*4";
  expect(written(plain)).toBe(plain);
});

test("what cannot be seen is taken out, line breaks stay", () => {
  expect(written("a\u202Eb\u200Bc\u0000d\u2066e\r\nf")).toBe("abcde\nf");
  expect(toPlain("\uD83D broken half", 50)).toBe(" broken half");
});

test("markup of ours stays, the holes in it are escaped", () => {
  expect(toMrkdwn(md`*${"<b>*x*"}* ${md`_${1}_`}`, 100)).toBe("*&lt;b&gt;∗x∗* _1_");
});

test("a cut text is within its length and never cut inside an entity or a link", () => {
  expect(toMrkdwn("a<b", 4)).toBe("a…");
  expect(toMrkdwn(md`see <https://example.com|the ${"page"}> now`, 30)).toBe("see…");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 60 }), (text, most) => {
      const cut = toMrkdwn(text, most);
      expect(cut.length).toBeLessThanOrEqual(most);
      // Nothing but whole entities has an ampersand, and no bracket of the data is left.
      expect(cut.replaceAll(/&(?:amp|lt|gt);/gu, "")).not.toMatch(/[&<>]|(?:^|[\s\p{P}])[*~`_]/u);
      expect(cut).not.toMatch(/\p{Surrogate}/u);
      expect(toPlain(text, most).length).toBeLessThanOrEqual(most);
    }),
  );
});
