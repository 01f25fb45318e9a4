import { expect, test, vi } from "vitest";
import type { Form } from "../../commands/command.ts";
import { opensForm } from "../../commands/route.ts";
import { goal as goalCommand } from "../../commands/goal.ts";
import { digest as digestCommand } from "../../commands/digest.ts";
import type { ModalView, Snapshot } from "../../src/playground/wire.ts";
import { aCommand, fromBot, pressOn, said, startBot, typed } from "./bot-for-tests.ts";
import { faultInSlack } from "./fault-in-slack.ts";

const form: Form = {
  kind: "form",
  command: "goal",
  state: "new-1",
  title: "Set a goal",
  submit: "Save",
  notices: [],
  fields: [
    {
      id: "target",
      label: "Target",
      hint: null,
      type: "text",
      choices: [],
      initial: null,
      optional: true,
      live: false,
    },
  ],
};
const always = { opensForm: () => true };
const titleOf = ({ modals: [top] }: Snapshot): string | undefined => top?.payload.title.text;
const inModal = (all: Snapshot, text: string): boolean => JSON.stringify(all.modals).includes(text);
/** Presses a button of a modal by its label. */
const pressIn = (view: ModalView, label: string) => ({
  ...pressOn({ channel: "", ts: "", blocks: view.payload.blocks } as never, label),
  source: { kind: "view", id: view.id } as const,
});

/** Work that ends when the test says so. */
function heldWork<T>(result: T) {
  let finish: (() => void) | null = null;
  const run = () => new Promise<T>((resolve) => (finish = () => resolve(result)));
  return { run, isRunning: () => finish !== null, finish: () => finish!() };
}

test("a form stands open before its work is done, and the same window becomes it", async () => {
  const work = heldWork(form);
  const bot = await startBot([aCommand("goal", work.run, always)]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal fcr"));
  const waiting = await lena.sees(({ modals }) => modals.length === 1);
  expect(titleOf(waiting)).toBe("Goalpost");
  expect(inModal(waiting, "One moment…")).toBe(true);
  await vi.waitUntil(work.isRunning);
  work.finish();
  const after = await lena.sees((all) => titleOf(all) === "Set a goal");
  expect(after.modals.map(({ id }) => id)).toEqual(waiting.modals.map(({ id }) => id));
  expect(fromBot(after)).toEqual([]);
});

test("while Slack asks to wait with questions who somebody is, forms of others open", async () => {
  const slack = faultInSlack();
  const bot = await startBot([aCommand("goal", async () => form, always)]);
  const [lena, mina] = [bot.as("U0LENA"), bot.as("U0MINA")];
  await lena.do(typed("/goal"));
  const [first] = (await lena.sees((all) => titleOf(all) === "Set a goal")).modals;
  slack.waitAt("users.info");
  await mina.do(typed("/goal"));
  await vi.waitUntil(() => bot.lines.some(({ text }) => text.includes("rate limit")));
  await lena.do(typed("/goal"));
  await lena.sees(({ modals }) => modals.some(({ id }) => id !== first?.id));
  expect(titleOf(await mina.see())).toBeUndefined();
});

test("whose language is known is told to wait in it", async () => {
  const work = heldWork(form);
  let asked = 0;
  const goal = () => ((asked += 1) === 1 ? Promise.resolve(form) : work.run());
  const bot = await startBot([aCommand("goal", goal, always)]);
  const mina = bot.as("U0MINA");
  // The first time Slack is asked who this is; from then on it is known.
  await mina.do(typed("/goal"));
  await mina.sees((all) => titleOf(all) === "Set a goal");
  await mina.do(typed("/goal"));
  const waiting = await mina.sees((all) => inModal(all, "잠시만"));
  expect(waiting.modals).toHaveLength(1);
  await vi.waitUntil(work.isRunning);
  work.finish();
});

test("a refusal or a failure is said in the window that waited for a form", async () => {
  const bot = await startBot([
    aCommand(
      "goal",
      async (words) => {
        if (words === "edit g9") return said("There is no goal g9.", { refused: true });
        throw new Error("disk full");
      },
      always,
    ),
  ]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal edit g9"));
  const refused = await lena.sees((all) => inModal(all, "There is no goal g9."));
  expect(titleOf(refused)).toBe("Not done");
  await lena.do(typed("/goal fcr"));
  const failed = await lena.sees((all) => inModal(all, "the reference"));
  expect(inModal(failed, "disk full")).toBe(false);
});

test("whoever closes the window meanwhile is shown no form, and still told what was done", async () => {
  const work = heldWork<Form | ReturnType<typeof said>>(said("Checked in on g1."));
  const bot = await startBot([aCommand("goal", work.run, always)]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("/goal"));
  const { modals } = await lena.sees((all) => inModal(all, "One moment"));
  await vi.waitUntil(work.isRunning);
  await lena.do({ kind: "close", viewId: modals[0]!.id, all: true });
  work.finish();
  const seen = await lena.sees((all) => fromBot(all).length === 1);
  expect(seen.modals).toEqual([]);
  expect(fromBot(seen)[0]).toMatchObject({ text: "Checked in on g1.", visibleTo: "U0LENA" });
  expect(bot.lines.filter(({ level }) => level === "error")).toEqual([]);
});

test("a press that is too old for a modal gets the page with a button, and that opens it", async () => {
  const slack = faultInSlack();
  const bot = await startBot([aCommand("goal", async () => form, always)]);
  const lena = bot.as("U0LENA");
  slack.failAt("views.open", "expired_trigger_id");
  await lena.do(typed("/goal fcr"));
  const [answer] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  expect(answer?.text).toContain("The form did not open in time.");
  slack.mend();
  await lena.do(pressOn(answer!, "Open the form"));
  await lena.sees((all) => titleOf(all) === "Set a goal");
});

test("a form opened from Home stands open at once too, and Home is drawn anew after it", async () => {
  let goals = 0;
  const save = aCommand("goal", async () => form, {
    ...always,
    submit: async () => ({ ok: true, reply: said(`Saved ${(goals += 1)}`) }),
  });
  const bot = await startBot([save], {
    home: async () => [
      said(`${goals} goals`, { choices: [{ label: "Set a goal", words: "goal" }] }),
    ],
  });
  const lena = bot.as("U0LENA");
  await lena.do({ kind: "open_home", tab: "home" });
  const { home } = await lena.sees((all) => JSON.stringify(all.home).includes("0 goals"));
  const press = pressOn(
    { channel: "", ts: "", blocks: home!.payload.blocks } as never,
    "Set a goal",
  );
  await lena.do({ ...press, source: { kind: "view", id: home!.id } });
  const { modals } = await lena.sees((all) => titleOf(all) === "Set a goal");
  await lena.do({ kind: "submit", viewId: modals[0]!.id, values: { target: { field: "1" } } });
  const after = await lena.sees((all) => JSON.stringify(all.home).includes("1 goals"));
  expect(inModal(after, "Saved 1")).toBe(true);
  expect(fromBot(after)).toEqual([]);
});

test("the global shortcut opens the form from anywhere, and a stranger is refused in the window", async () => {
  const heard: string[] = [];
  const bot = await startBot(
    [
      aCommand(
        "goal",
        async (words, { channel }) => {
          heard.push(`${words}|${channel}`);
          return form;
        },
        always,
      ),
    ],
    {},
    { shortcuts: [{ name: "Set a goal", callbackId: "set_goal", type: "global" }] },
  );
  const pressed = { kind: "shortcut", callbackId: "set_goal", source: null } as const;
  expect(await bot.as("U0LENA").do(pressed)).toEqual({ ok: true });
  await bot.as("U0LENA").sees((all) => titleOf(all) === "Set a goal");
  expect(heard).toEqual(["|null"]);
  await bot.as("U0SAMTSAI").do(pressed);
  await bot.as("U0SAMTSAI").sees((all) => inModal(all, "Goalpost 只回覆此工作區的正式成員"));
  expect(heard).toEqual(["|null"]);
});

test("buttons of what a form ended with are answered in its window, one press once", async () => {
  const heard: string[] = [];
  const posting = heldWork(said("The digest is posted."));
  const bot = await startBot(
    [
      aCommand(
        "digest",
        async (words) => {
          heard.push(words);
          return words === "" ? { ...form, command: "digest" } : posting.run();
        },
        {
          opensForm: (words) => words === "",
          submit: async () => ({
            ok: true,
            reply: said("Saved: d1.", {
              choices: [{ label: "Post one now", words: "digest now post_to:C0BILLING" }],
            }),
          }),
        },
      ),
    ],
    {},
    { commands: [{ name: "digest", usage: everywhere, summary: everywhere }] },
  );
  const lena = bot.as("U0LENA");
  await lena.do(typed("/digest"));
  const { modals } = await lena.sees((all) => titleOf(all) === "Set a goal");
  await lena.do({ kind: "submit", viewId: modals[0]!.id, values: { target: { field: "1" } } });
  const saved = await lena.sees((all) => inModal(all, "Saved: d1."));
  const press = pressIn(saved.modals[0]!, "Post one now");
  await Promise.all([lena.do(press), lena.do(press), lena.do(press)]);
  await vi.waitUntil(posting.isRunning);
  posting.finish();
  const posted = await lena.sees((all) => inModal(all, "The digest is posted."));
  expect(posted.modals).toHaveLength(1);
  expect(fromBot(posted)).toEqual([]);
  expect(heard).toEqual(["", "now post_to:C0BILLING"]);
});

const everywhere = { en: "", ko: "", ru: "", "zh-TW": "" };

test.each([
  ["goal", true],
  ["goal fcr target:80", true],
  ["goal 최초 통화 해결률", true],
  ["goal from first-response", true],
  ["goal from", false],
  ["goal edit g1", true],
  ["goal check-in g1", true],
  ["goal check in g1", true],
  ["goal check-in g1 called the vendor", false],
  ["goal list", false],
  ["goal pause g1", false],
  ["goal fcr csat", false],
  ["digest", true],
  ["digest post_to:C1", true],
  ["digest now", false],
  ["kpi fcr", false],
  ["fcr last-week", false],
])("%s asks for a form: %s", (words, expected) => {
  expect(opensForm(words, [goalCommand, digestCommand])).toBe(expected);
});
