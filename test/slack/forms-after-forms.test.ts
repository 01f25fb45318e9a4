import { expect, test } from "vitest";
import type { FormValues } from "../../commands/command.ts";
import { clientOf } from "../playground/workspace-for-tests.ts";
import { aCommand, fromBot, pressOn, said, startBot, typed } from "./bot-for-tests.ts";
import { form, goal, opened, given } from "./a-form.ts";

test("what asks back is laid over the form, which may be sent again, and goes with it when done", async () => {
  const heard: [string, FormValues][] = [];
  const bot = await startBot([
    goal({
      submit: async (state, values) => {
        heard.push([state, values]);
        return state === "sure"
          ? { ok: true, reply: said("Saved") }
          : {
              ok: true,
              reply: { ...form(["80 % by May"]), state: "sure", back: "Back", fields: [] },
            };
      },
    }),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const { modals } = await lena.sees(opened);
  const submit = { kind: "submit", viewId: modals[0]!.id, values: given("80") } as const;
  const askedBack = async () => {
    expect(await lena.do(submit)).toEqual({ ok: true });
    const { modals: stack } = await lena.sees((all) => all.modals.length === 2);
    expect(stack[0]?.id).toBe(modals[0]!.id);
    expect(stack[1]?.payload).toMatchObject({ close: { text: "Back" }, submit: { text: "Save" } });
    return stack[1]!.id;
  };
  await lena.do({ kind: "close", viewId: await askedBack(), all: false });
  await lena.sees((all) => all.modals.length === 1);
  const viewId = await askedBack();
  expect(await lena.do({ kind: "submit", viewId, values: {} })).toEqual({ ok: true });
  await lena.sees((all) => JSON.stringify(all.modals).includes("Saved"));
  await lena.do({ kind: "close", viewId, all: false });
  await lena.sees((all) => all.modals.length === 0);
  expect(heard.map(([state]) => state)).toEqual(["new-1", "new-1", "sure"]);
});

test("a form after a form, its own question over it, and no way back to what is done", async () => {
  const bot = await startBot([
    goal({
      submit: async (state) => ({
        ok: true,
        reply: {
          ...form(["80 %"]),
          ...(state.endsWith("?")
            ? { state: `${state.length}`, title: "The next one" }
            : { state: `${state}?`, title: "Sure?", back: "Back", fields: [] }),
        },
      }),
    }),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  let top = (await lena.sees(opened)).modals[0]!;
  const send = async (depth: number, title: string) => {
    const submit = { kind: "submit", viewId: top.id, values: given("80") } as const;
    expect(await lena.do(submit)).toEqual({ ok: true });
    const { modals } = await lena.sees(
      (all) => all.modals.length === depth && all.modals.at(-1)?.payload.title.text === title,
    );
    top = modals.at(-1)!;
    return top.payload;
  };
  const leadsNowhere = { close: { text: "Cancel" }, clear_on_close: true };
  // However many there are, each stands where the first stood, and asks back over it.
  for (let count = 0; count < 5; count += 1) {
    expect(await send(2, "Sure?")).toMatchObject({ close: { text: "Back" } });
    expect(await send(1, "The next one")).toMatchObject(leadsNowhere);
  }
  await lena.do({ kind: "close", viewId: top.id, all: false });
  await lena.sees((all) => all.modals.length === 0);
});

test("a form asked for in words comes as a button, which opens it", async () => {
  const bot = await startBot([goal()]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("goal", "D0LENA"));
  const [answer] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  expect(answer?.text).toContain("This needs a few fields.");
  await lena.do(pressOn(answer!, "Open the form"));
  await lena.sees(opened);
});

test("a form that was ready too late is a button away", async () => {
  const bot = await startBot([
    aCommand("goal", async () => {
      // Slack's triggers live for three seconds.
      await new Promise((resolve) => setTimeout(resolve, 3_100));
      return form();
    }),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const [answer] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  expect(answer?.text).toContain("The form did not open in time.");
  expect(pressOn(answer!, "Open the form")).toBeDefined();
});

test("a modal of another making is told that it is no longer known", async () => {
  const bot = await startBot([goal({ submit: async () => ({ ok: true, reply: said("no") }) })]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const { modals } = await lena.sees(opened);
  const { payload, id } = modals[0]!;
  await clientOf(bot.playground).views.update({
    view_id: id,
    view: { ...(payload as object), private_metadata: '{"command":"rm"}' } as never,
  });
  expect(await lena.do({ kind: "submit", viewId: id, values: given("1") })).toEqual({ ok: true });
  await lena.sees((all) => JSON.stringify(all.modals).includes("This form is no longer known."));
});
