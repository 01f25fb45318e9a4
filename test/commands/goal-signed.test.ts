import { expect, test } from "vitest";
import type { FormValues } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { goal } from "../../commands/goal.ts";
import { locales, type Locale } from "../../src/i18n/locale.ts";
import type { FixtureRows } from "../records/store-of.ts";
import { goalValues } from "../fixtures/goal-values.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";
import { sendGoal } from "./send-goal.ts";

/** Of 1,000 that recur ten went and twenty came on top last week: one percent less than nothing is lost. */
const rows: FixtureRows = {
  revenue: [
    { at: "2026-01-05T09:00:00Z", customer: "a", kind: "new", amount: 1_000 },
    { at: "2026-11-10T09:00:00Z", customer: "a", kind: "churn", amount: 10 },
    { at: "2026-11-11T09:00:00Z", customer: "a", kind: "expansion", amount: 20 },
  ],
};
const churn: FormValues = {
  ...goalValues,
  kpi: "revenue_churn_rate",
  where: "variant:net",
  accept: "It is right",
};
const send = async (desk: Desk, change: FormValues, locale: Locale = "en") => {
  const sent = await sendGoal({ state: "s1" }, { ...churn, ...change }, desk, anAsker({ locale }));
  return sent.ok ? "" : sent.errors["target"];
};
const editing = async (desk: Desk) => {
  const form = await goal.run("edit g1", anAsker(), desk);
  if (form.kind !== "form") throw new Error("no form");
  const values: FormValues = Object.fromEntries(
    form.fields.map(({ id, initial }) => [id, initial]),
  );
  return { form, values };
};

test("less than nothing can be aimed at where it can be, and is read again as it is shown", async () => {
  const { desk } = await deskOver(rows);
  expect(await send(desk, { target: "Nov −1.5, Dec −2" })).toBe("");
  const [kept] = await desk.goals.list();
  expect(kept).toMatchObject({ target: -2, towards: "down", baseline: { value: -1 } });
  const { form, values } = await editing(desk);
  expect(form.notices[0]).toContain("from −1.0 % down to −2 %");
  // With the percent sign it would be a change.
  expect(values["target"]).toBe("Nov −1.5, Dec −2");
  const harder = { target: "Nov −1.5, Dec −3", reason: "It goes well" };
  expect(await goal.submit!(form.state, { ...values, ...harder }, anAsker(), desk)).toMatchObject({
    ok: true,
  });
  expect(await desk.goals.list()).toMatchObject([
    { target: -3, steps: [{ until: "2026-11-30", target: -1.5 }] },
  ]);
});

test("a change in points may lead below nothing, too", async () => {
  const { desk } = await deskOver(rows);
  expect(await send(desk, { target: "-1pp" })).toBe("");
  expect(await desk.goals.list()).toMatchObject([{ target: -2 }]);
  expect((await editing(desk)).values["target"]).toBe("−2");
});

test("what could mean several things is asked, and what cannot be is refused, on the field", async () => {
  const { desk } = await deskOver(rows);
  for (const locale of locales) {
    const error = (await send(desk, { target: "-2 %" }, locale)) ?? "";
    // The value, one in fifty off −1, and two points off it.
    expect(error.replaceAll(/\s/gu, "")).toMatch(/−2%.*−1%.*−3%.*-2.*-2pp/u);
    expect(error).toMatch(/[.。]$/u);
    expect(error).not.toContain("{");
  }
  for (const where of ["variant:gross", "variant:nrr"]) {
    expect(await send(desk, { target: "-2", where })).toMatch(/^−2 % is not possible here: .*\.$/u);
  }
  expect(await desk.goals.list()).toEqual([]);
});
