import { describe, expect, test } from "vitest";
import type { Form, FormValues } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { goal } from "../../commands/goal.ts";
import { formView } from "../../src/blocks/form-view.ts";
import { locales } from "../../src/i18n/locale.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";
import { sendGoal } from "./send-goal.ts";

/** It is Wednesday 18 November 2026. */
const tickets = ticketsOn("2026-11-10", 100, 70);

async function formFor(words: string, desk: Desk, asker = anAsker()): Promise<Form> {
  const reply = await goal.run(words, asker, desk);
  if (reply.kind !== "form") throw new Error(`no form: ${JSON.stringify(reply)}`);
  return reply;
}
const initials = ({ fields }: Form): FormValues =>
  Object.fromEntries(fields.map(({ id, initial }) => [id, initial]));
const blockIds = (form: Form) =>
  formView(form, { metadata: "", close: "x", locale: "en" }).blocks.flatMap((block) =>
    "block_id" in block ? [block.block_id] : [],
  );

describe("the form", () => {
  test("proposes the days by the length of the goal, and anew for another deadline", async () => {
    const { desk } = await deskOver({ tickets });
    const form = await formFor("fcr deadline:2026-12-09", desk);
    expect(initials(form)["checkpoints"]).toBe("2026-11-25, 2026-12-02");
    const later = { ...initials(form), deadline: "2026-12-31" };
    const again = await goal.refresh!(form.state, later, anAsker(), desk);
    expect(initials(again)["checkpoints"]).toBe("2026-12-02, 2026-12-16, 2026-12-30");
    // Slack keeps what stands in a block of the same name: this one must be drawn anew.
    expect(blockIds(form)).toContain("checkpoints~2026-12-09");
    expect(blockIds(again)).toContain("checkpoints~2026-12-31");
    const short = { ...initials(again), deadline: "2026-11-20" };
    const none = await goal.refresh!(again.state, short, anAsker(), desk);
    expect(initials(none)["checkpoints"]).toBeNull();
  });

  test("leaves the days that somebody typed where the deadline moves", async () => {
    const { desk } = await deskOver({ tickets });
    const form = await formFor("fcr deadline:2026-12-09", desk);
    const typed = { ...initials(form), deadline: "2026-12-31", checkpoints: "2026-12-01" };
    const again = await goal.refresh!(form.state, typed, anAsker(), desk);
    expect(initials(again)["checkpoints"]).toBe("2026-12-01");
    expect(blockIds(again)).toContain("checkpoints~2026-12-09");
  });

  test.each(["2026-11-17", "9999-12-31", "2031-01-01", "soon"])(
    "proposes nothing for a deadline that is refused: %s",
    async (deadline) => {
      const { desk } = await deskOver({ tickets });
      const form = await formFor(`fcr deadline:${deadline}`, desk);
      expect(initials(form)["checkpoints"]).toBeNull();
    },
  );
});

const send = async (change: FormValues, asker = anAsker()) => {
  const { desk } = await deskOver({ tickets });
  const form = await formFor("fcr deadline:2026-12-09", desk, asker);
  const values = { ...initials(form), target: "80 %", why: "They call twice", ...change };
  return { desk, result: await sendGoal(form, values, desk, asker) };
};
const kept = async (desk: Desk) => (await desk.goals.list()).map((each) => each.checkpoints);

describe("a form that comes back", () => {
  test("keeps the days as they were changed", async () => {
    const { desk } = await send({ checkpoints: "2026-12-08, 2026-11-20" });
    expect(await kept(desk)).toEqual([["2026-11-20", "2026-12-08"]]);
  });

  test("keeps those that the rules propose where none are named", async () => {
    const { desk } = await send({ checkpoints: null });
    expect(await kept(desk)).toEqual([["2026-11-25", "2026-12-02"]]);
  });

  test("sent before the form was drawn for its deadline has that deadline's days", async () => {
    const { desk } = await send({ deadline: "2026-12-03" });
    expect(await kept(desk)).toEqual([["2026-11-25", "2026-12-02"]]);
  });

  test.each(locales)(
    "is refused on that very field, with the word and what to do: %s",
    async (l) => {
      for (const word of ["2026-02-30", "2026-12-09", "2026-11-18"]) {
        const { desk, result } = await send(
          { checkpoints: `2026-12-02, ${word}` },
          anAsker({ locale: l }),
        );
        const errors = result.ok ? {} : result.errors;
        expect(Object.keys(errors)).toEqual(["checkpoints"]);
        expect(errors["checkpoints"]).toContain(word);
        expect(errors["checkpoints"]).not.toContain("{");
        expect(await kept(desk)).toEqual([]);
      }
    },
  );

  test("with a wrong deadline is told of that alone", async () => {
    const { result } = await send({ deadline: "2026-11-01" });
    expect(result.ok ? [] : Object.keys(result.errors)).toEqual(["deadline"]);
  });
});
