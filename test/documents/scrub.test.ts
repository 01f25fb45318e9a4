import { assert, constantFrom, property, string, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { scrubFor } from "../../src/documents/scrub.ts";

const becky = { names: ["Becky"], ids: ["U0BECKY"], pseudonym: "former agent 3" };

describe("a person taken out of plain data", () => {
  test.each([
    ["an id anywhere", { owner: "U0BECKY", list: [["U0BECKY"]] }, "U0BECKY"],
    ["an id in a sentence", { submission: "U0BECKY 2026-11-12 hello" }, "U0BECKY"],
    ["a mention", { text: "thanks <@U0BECKY> and <@U0BECKY|becky.s>" }, "becky"],
    ["a name as people wrote it", { why: "BECKY's shift, becky, and (Becky)" }, "becky"],
    ["a key", { U0BECKY: 1 }, "U0BECKY"],
    ["a list of remarks", { remarks: ["Becky said"] }, "becky"],
    ["lines of a reminder", { parts: [{ lines: ["Becky's first reply: check in"] }] }, "becky"],
    ["goals that are left alone", { snoozed: ["Becky's first reply"] }, "becky"],
    ["a table", { heading: "Becky's week", table: { rows: [["Becky", "74 %"]] } }, "becky"],
  ])("%s", (_, data, gone) => {
    const text = JSON.stringify(scrubFor(becky)(data));
    expect(text.toLowerCase()).not.toContain(gone.toLowerCase());
    expect(text).toContain("former agent 3");
    expect(text).not.toContain("<@");
  });

  test.each([
    ["a longer name", { why: "Beckyson and Rebecky" }],
    ["a longer id", { owner: "U0BECKYX" }],
    ["what is no text of people", { state: "Becky", where: { team: { in: ["Becky"] } } }],
    ["numbers, nothing and empty things", { a: 1, b: null, c: [], d: {}, e: true }],
  ])("%s stays", (_, data) => {
    expect(scrubFor(becky)(data)).toEqual(data);
  });

  test("names without spaces around them are found", () => {
    const minsu = scrubFor({ names: ["김민수"], ids: [], pseudonym: "former agent 1" });
    expect(minsu({ text: "김민수가 말했다" })).toEqual({ text: "former agent 1가 말했다" });
  });

  test("whatever a name is made of, it is gone and nothing breaks", () => {
    const around = constantFrom("", " ", "(", '"', "\n", "、");
    assert(
      property(
        string({ minLength: 1, maxLength: 12 }).filter((name) => /^\S(?:.*\S)?$/u.test(name)),
        tuple(around, around),
        (name, [before, after]) => {
          // The pseudonym has other letters, so that nothing is found again in it.
          const scrub = scrubFor({ names: [name], ids: [], pseudonym: "\u2400" });
          const { text } = scrub({ text: `${before}${name}${after}` });
          expect(text).toContain("\u2400");
          expect(scrub({ text })).toEqual({ text });
        },
      ),
    );
  });
});
