import { expect, test } from "vitest";
import type { Form, FormValues } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { goal } from "../../commands/goal.ts";
import { goalTemplates } from "../../goals/templates/index.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { formView } from "../../src/blocks/form-view.ts";
import { locales } from "../../src/i18n/locale.ts";
import { kpiById } from "../../src/kpis/index.ts";
import { anAsker, deskOver } from "../commands/desk-for-tests.ts";
import { sendGoal } from "../commands/send-goal.ts";
import type { FixtureRows } from "../records/store-of.ts";

const at = new Date("2026-11-10T09:00:00Z");
const after = (minutes: number): Date => new Date(+at + minutes * 60_000);
const times = <T>(count: number, row: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => row(index));

/** A week in which everything a template speaks of could be better. */
const rows: FixtureRows = {
  tickets: times(20, (index) => ({
    id: `t${index}`,
    created_at: at,
    first_response_at: after(index < 15 ? 30 : 90),
    solved_at: after(120),
    channel: "email",
    agent: `a${index % 4}`,
    transfers: index < 4 ? 1 : 0,
    solved_by: index < 6 ? "bot" : "agent",
    bot: index < 12,
    agent_replies: 1,
    reopens: 0,
  })),
  calls: times(10, (index) => ({
    id: `c${index}`,
    queued_at: at,
    outcome: "handled",
    channel: "phone",
    wait_seconds: 10,
    transfers: index < 2 ? 1 : 0,
  })),
  costs: [{ id: "k", day: "2026-11-10", kind: "phone", amount: 100, channel: "phone" }],
  surveys: times(10, (index) => ({
    id: `s${index}`,
    kind: "csat",
    sent_at: at,
    answered_at: index < 4 ? after(60) : null,
    score: index < 4 ? 5 : null,
    scale: 5,
  })),
  milestones: ["channels", "appreciation", "mobile", "technology"].flatMap((plan) =>
    times(4, (index) => ({
      id: `${plan}${index}`,
      plan,
      planned_at: at,
      done_at: index < 3 ? at : null,
    })),
  ),
  onboardings: times(5, (index) => ({
    id: `o${index}`,
    signed_at: at,
    first_value_at: after(900),
  })),
  mentions: times(8, (index) => ({
    id: `m${index}`,
    created_at: at,
    first_response_at: index < 6 ? after(10) : null,
  })),
  coaching: times(3, (index) => ({ id: `x${index}`, at, agent: `a${index}` })),
  shifts: times(4, (index) => ({ id: `h${index}`, agent: `a${index}`, from: at })),
  sessions: times(10, (index) => ({
    id: `v${index}`,
    at,
    customer: `c${index}`,
    ticket_followed: index < 5,
  })),
};

const initials = ({ fields }: Form): FormValues =>
  Object.fromEntries(fields.map(({ id, initial }) => [id, initial]));

const blocks = (form: Form) =>
  formView(form, { metadata: "", close: "x", locale: "en" }).blocks.map(
    (block) => "block_id" in block && block.block_id,
  );

async function formOf(words: string, desk: Desk, asker = anAsker()): Promise<Form> {
  const reply = await goal.run(words, asker, desk);
  if (reply.kind !== "form") throw new Error(`no form: ${JSON.stringify(reply)}`);
  return reply;
}

test("there are the thirteen of the source, each with a name of its own", () => {
  expect(goalTemplates).toHaveLength(13);
  expect(new Set(goalTemplates.map(({ id }) => id)).size).toBe(13);
  for (const locale of locales) {
    expect(new Set(goalTemplates.map(({ title }) => title[locale])).size).toBe(13);
  }
});

test("each makes a form that is a SMART goal as it stands", async () => {
  const { desk } = await deskOver(rows);
  const said: string[] = [];
  for (const [index, template] of goalTemplates.entries()) {
    const asker = anAsker({ id: `U0LEAD${index}` });
    const form = await formOf(`from ${template.id}`, desk, asker);
    const submitted = await sendGoal(form, initials(form), desk, asker);
    expect({ id: template.id, submitted }).toMatchObject({ submitted: { ok: true } });
    const kept = (await desk.goals.list()).find(({ why }) => why === template.why.en);
    expect(kept).toMatchObject({ kpi: template.kpi, guardrails: template.guardrails });
    expect(kept?.baseline).not.toBeNull();
    said.push(JSON.stringify(submitted));
  }
  expect(said.join("\n")).toContain("€10.00 down to €9.00");
  expect(said.join("\n")).toContain("Milestones done (mobile): from 75.0 %");
}, 30_000);

test("the first response is a share within an hour, and better means more of it", async () => {
  const { desk } = await deskOver(rows);
  const form = await formOf("from first-response", desk);
  expect(form.notices[0]).toContain("answered within 1 h");
  expect(form.notices[0]).toContain("75.0 %");
  await sendGoal(form, initials(form), desk, anAsker());
  expect(await desk.goals.list()).toMatchObject([
    { target: 80, towards: "up", baseline: { value: 75 }, where: { channel: { in: ["email"] } } },
  ]);
  const said = await formOf("frt channel:email", desk);
  const values = { ...initials(said), target: "90 % within 1h", why: "They wait" };
  await sendGoal(said, values, desk, anAsker());
  expect((await desk.goals.list()).map(({ options, target }) => [options, target])).toEqual([
    [{ stat: "share", within: 3_600 }, 80],
    [{ stat: "share", within: 3_600 }, 90],
  ]);
});

test("choosing one in the form fills the fields, and what is typed after that stays", async () => {
  const { desk } = await deskOver(rows);
  const blank = await formOf("", desk);
  const chosen = { ...initials(blank), target: "7", template: "onboarding" };
  const filled = await goal.refresh!(blank.state, chosen, anAsker(), desk);
  expect(initials(filled)).toMatchObject({ kpi: "onboarding_time", target: "-20%" });
  expect(filled.fields.find(({ id }) => id === "template")?.hint).toContain("median");
  const typed = { ...initials(filled), target: "3 d" };
  const again = await goal.refresh!(filled.state, typed, anAsker(), desk);
  expect(initials(again)["target"]).toBe("3 d");
  const other = await goal.refresh!(again.state, { ...typed, template: "cost" }, anAsker(), desk);
  expect(initials(other)).toMatchObject({ kpi: "cost_per_contact", target: "-10%" });
  // Slack keeps what was typed into a block of the same name.
  expect(blocks(again)).toEqual(blocks(filled));
  expect(blocks(other)).not.toEqual(blocks(again));
});

test.each(locales)("all can be chosen from a page and by name: %s", async (locale) => {
  const { desk } = await deskOver({});
  const asker = anAsker({ locale });
  const list = await goal.run("from", asker, desk);
  expect(list).toMatchObject({ kind: "page", refused: false });
  expect(list.kind === "page" && list.choices).toHaveLength(13);
  expect(await goal.run("from moon", asker, desk)).toMatchObject({ refused: true });
  for (const template of goalTemplates) {
    const form = await formOf(`from ${template.title[locale]}`, desk, asker);
    expect(initials(form)["kpi"]).toBe(kpiById(template.kpi).id);
    const view = formView(form, { metadata: form.state, close: "x", locale });
    expect(checkBlocks("modal", view)).toEqual([]);
  }
});
