import { expect, test } from "vitest";
import type { FormValues } from "../../commands/command.ts";
import { goal } from "../../commands/goal.ts";
import { readOfCount } from "../../goals/of-count.ts";
import { aimText } from "../../src/digests/goal-sentence.ts";
import { locales } from "../../src/i18n/locale.ts";
import { aGoal } from "../fixtures/goal.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";
import { sendGoal } from "./send-goal.ts";

/** Five of ten evaluations are done before last week, which ended on 15 November. */
const milestones = Array.from({ length: 10 }, (_, n) => ({
  id: `m${n}`,
  plan: "technology",
  title: `t${n}`,
  planned_at: "2026-10-01T08:00:00Z",
  ...(n < 5 && { done_at: "2026-11-02T08:00:00Z" }),
}));
const said = {
  en: "7 of 10",
  ko: "10개 중 7개",
  ru: "7 из 10",
  "zh-TW": "10 項中的 7 項",
} as const;

test.each(locales)("milestones asked for as a count are told as one, everywhere: %s", async (l) => {
  const { desk } = await deskOver({ milestones });
  const asker = anAsker({ locale: l });
  const form = await goal.run("milestone", asker, desk);
  if (form.kind !== "form") throw new Error("no form");
  const values: FormValues = {
    ...Object.fromEntries(form.fields.map(({ id, initial }) => [id, initial])),
    target: said[l],
    why: "Tools help",
  };
  const sent = await sendGoal(form, values, desk, asker);
  expect(JSON.stringify(sent)).toContain(said[l]);
  expect(await desk.goals.list()).toMatchObject([{ target: 70, outOf: 10 }]);
  const shown = await goal.run("show g1", asker, desk);
  if (shown.kind !== "goals") throw new Error("no goals");
  expect(shown.cards).toMatchObject([
    { target: 70, targetText: said[l], sentence: expect.stringContaining(said[l]) },
  ]);
  const edit = await goal.run("edit g1", asker, desk);
  if (edit.kind !== "form") throw new Error("no form");
  expect(edit.fields.find(({ id }) => id === "target")?.initial).toBe(said[l]);
});

test.each(locales)("what is told can be typed again, of any count: %s", (l) => {
  for (const [part, whole] of [
    [0, 3],
    [1, 3],
    [2, 7],
    [999, 1000],
    [9999, 9999],
  ] as const) {
    const text = aimText(
      aGoal({ kpi: "milestone", target: (100 * part) / whole, outOf: whole }),
      l,
    );
    expect(readOfCount(text)).toEqual({ part, whole });
  }
});

test("a target that is no whole number of them is a share, and so is one of another KPI", async () => {
  expect(aimText(aGoal({ kpi: "milestone", target: 75, outOf: 10 }), "en")).toBe("75 %");
  const { desk } = await deskOver({ milestones });
  const form = await goal.run("milestone target:70%", anAsker(), desk);
  if (form.kind !== "form") throw new Error("no form");
  const values = Object.fromEntries(form.fields.map(({ id, initial }) => [id, initial]));
  await sendGoal(form, { ...values, why: "Tools help" }, desk);
  const [kept] = await desk.goals.list();
  expect(kept).toMatchObject({ target: 70 });
  expect(kept).not.toHaveProperty("outOf");
});
