import * as fc from "fast-check";
import { expect, test } from "vitest";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { choicesLike, formView, type FormField } from "../../src/blocks/form-view.ts";

const field = (change: Partial<FormField>): FormField => ({
  id: "target",
  label: "Target",
  hint: null,
  type: "text",
  choices: [],
  initial: null,
  optional: false,
  live: false,
  ...change,
});
const view = (fields: readonly FormField[], notices: readonly string[] = []) =>
  formView(
    { title: "Set a goal", submit: "Save", notices, fields },
    { metadata: "m", close: "No", locale: "en" },
  );
const warned = (warning: string) =>
  formView(
    { title: "Set a goal", submit: "Save", notices: [], warnings: [warning], fields: [] },
    { metadata: "m", close: "No", locale: "en" },
  ).blocks;
const choices = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ label: `Agent ${index}`, value: `a${index}` }));
const elementOf = (change: Partial<FormField>) => {
  const [block] = view([field(change)]).blocks;
  if (block?.type !== "input") throw new Error("a field is an input");
  return block.element;
};

test("an error finds its field: the block is called as the field", () => {
  expect(view([field({ id: "deadline" })]).blocks).toMatchObject([
    { type: "input", block_id: "deadline", dispatch_action: false },
  ]);
});

test("a warning shows that it is one, however long it is", () => {
  expect(warned("Smaller steps go further.")).toMatchObject([{ type: "alert", level: "warning" }]);
  const long = "Smaller steps go further. ".repeat(20).trim();
  expect(warned(long)).toMatchObject([{ type: "section", text: { text: `⚠️ ${long}` } }]);
});

test("every type of field has its own input, filled with what is known", () => {
  expect(elementOf({ type: "long_text", initial: "why" })).toMatchObject({
    type: "plain_text_input",
    multiline: true,
    initial_value: "why",
  });
  expect(elementOf({ type: "date", initial: "2026-12-31" })).toMatchObject({
    type: "datepicker",
    initial_date: "2026-12-31",
  });
  expect(elementOf({ type: "date", initial: "soon" })).not.toHaveProperty("initial_date");
  expect(elementOf({ type: "person", initial: "U0LENA" })).toMatchObject({
    type: "users_select",
    initial_user: "U0LENA",
  });
  expect(elementOf({ type: "people", initial: "U0LENA,U0MINA" })).toMatchObject({
    type: "multi_users_select",
    initial_users: ["U0LENA", "U0MINA"],
  });
  expect(checkBlocks("modal", view([field({ type: "people", initial: "U0LENA" })]))).toEqual([]);
  expect(elementOf({ type: "channel", initial: "C0LEADS" })).toMatchObject({
    type: "conversations_select",
    initial_conversation: "C0LEADS",
  });
});

test("up to a hundred choices travel along, more are looked up", () => {
  expect(elementOf({ type: "select", choices: choices(100), initial: "a7" })).toMatchObject({
    type: "static_select",
    initial_option: { value: "a7" },
  });
  const many = elementOf({ type: "select", choices: choices(101), initial: "a100" });
  expect(many).toMatchObject({ type: "external_select", initial_option: { value: "a100" } });
  expect(many).not.toHaveProperty("options");
  expect(choicesLike(choices(500), " agent 4").map(({ value }) => value)).toHaveLength(100);
  expect(choicesLike(choices(500), "AGENT 499")).toMatchObject([{ value: "a499" }]);
});

test("several are chosen from a list of up to a hundred, and typed where there are more, or none", () => {
  const initial = "a7\na9";
  expect(elementOf({ type: "several", choices: choices(100), initial })).toMatchObject({
    type: "multi_static_select",
    initial_options: [{ value: "a7" }, { value: "a9" }],
  });
  for (const offered of [[], choices(101)]) {
    expect(elementOf({ type: "several", choices: offered, initial })).toMatchObject({
      type: "plain_text_input",
      initial_value: "a7, a9",
    });
  }
});

test("only a live field tells its change at once", () => {
  expect(view([field({ live: true })]).blocks).toMatchObject([
    { dispatch_action: true, element: { action_id: "live" } },
  ]);
});

test("what to know before saving stands above the fields", () => {
  const { blocks } = view([field({})], ["Today: 71 %", "x".repeat(201)]);
  expect(blocks.map(({ type }) => type)).toEqual(["alert", "section", "input"]);
});

test("any form is one that Slack takes", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 400 });
  const fields = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z]{1,20}$/u),
      label: text,
      hint: fc.option(text),
      type: fc.constantFrom("text", "long_text", "date", "select", "person", "channel"),
      choices: fc.array(fc.record({ label: text, value: fc.string({ minLength: 1 }) }), {
        maxLength: 150,
      }),
      initial: fc.constantFrom(null, "2026-12-31", "U0LENA"),
      optional: fc.boolean(),
      live: fc.boolean(),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(
      text,
      text,
      fc.array(text, { maxLength: 4 }),
      fields,
      (title, submit, notices, all) => {
        const drawn = formView(
          { title, submit, notices, fields: all },
          { metadata: "m", close: "x", locale: "en" },
        );
        expect(checkBlocks("modal", drawn)).toEqual([]);
      },
    ),
    { numRuns: 30 },
  );
});
