import { expect, test } from "vitest";
import { locales } from "../../src/i18n/locale.ts";
import { anApp, exported, goalsIn, importing, minimal } from "./goal-files.ts";

const band = `goals:
  - kpi: ticket_volume
    options: { kind: calls }
    direction: keep
    target: 30–50
    deadline: 2026-12-31
    owner: U0LEAD
    why: Nobody should wait for want of people.
`;

test("a band is read as the form reads one, and comes back moved", async () => {
  const app = await anApp();
  expect((await importing(app, band)).err).toBe("");
  expect(await goalsIn(app)).toMatchObject([{ target: 30, upTo: 50, towards: "up" }]);
  const moved = (await exported(app)).replace("up_to: 50", "up_to: 45");
  expect((await importing(app, moved)).err).toBe("");
  expect(await goalsIn(app)).toMatchObject([{ target: 30, upTo: 45 }]);
  const wider = (await exported(app)).replace("up_to: 45", "up_to: 60");
  expect((await importing(app, wider)).err).toContain("reason");
  expect(await goalsIn(app)).toMatchObject([{ upTo: 45 }]);
});

test("a target for each month is read as the form reads one, and one step changed is told", async () => {
  const app = await anApp();
  const stepped = minimal.replace("90 %", "Nov 80 %, Dec 90 %");
  expect((await importing(app, stepped)).err).toBe("");
  const steps = [{ until: "2026-11-30", target: 80 }];
  expect(await goalsIn(app)).toMatchObject([{ target: 90, steps }]);
  const raised = (await exported(app)).replace("target: 80", "target: 85");
  expect((await importing(app, raised)).err).toBe("");
  expect(await goalsIn(app)).toMatchObject([
    {
      steps: [{ until: "2026-11-30", target: 85 }],
      edits: [{ changes: [{ field: "steps", before: "2026-11-30 80", after: "2026-11-30 85" }] }],
    },
  ]);
});

test.each([
  ["one value of what has no better side", band.replace("30–50", "40"), "goals.yml:5 target: "],
  ["a step back", minimal.replace("90 %", "Nov 95 %, Dec 90 %"), "goals.yml:3 target: "],
])("%s is refused with its line", async (_, text, line) => {
  const app = await anApp();
  const { err } = await importing(app, text);
  expect(err).toContain(line);
  expect(await goalsIn(app)).toEqual([]);
});

const each = (count: number, owner: string) =>
  Array.from({ length: count }, (_, at) =>
    minimal.replace("goals:\n", "").replace("U0LEAD", owner).replace("vain", `vain ${at}`),
  ).join("");
const many = "more than five goals";
const timesIn = (text: string) => text.split(many).length - 1;

test("whoever would look after a sixth running goal is named as in the form, new or handed over", async () => {
  const app = await anApp();
  const five = await importing(app, `goals:\n${each(5, "U0LEAD")}${each(1, "U0OTHER")}`);
  expect([five.err, timesIn(five.out)]).toEqual(["", 0]);
  const sixth = await importing(app, minimal, "--dry-run");
  expect(timesIn(sixth.out)).toBe(1);
  const idle = await importing(app, `${minimal}    draft: true\n`, "--dry-run");
  expect(timesIn(idle.out)).toBe(0);
  const handed = await importing(app, "goals: [{ id: g6, owner: U0LEAD }]");
  expect(handed.out).toContain("~ g6");
  expect(timesIn(handed.out)).toBe(1);
  // All of one file count: nobody is charged with seven unsaid.
  const seven = await importing(await anApp(), `goals:\n${each(7, "U0LEAD")}`, "--dry-run");
  expect(timesIn(seven.out)).toBe(2);
});

const csat = minimal.replace("answer_rate", "csat").replace("90 %", "95 %");

test.each([
  ["nothing", csat, "goals.yml:2 "],
  ["what it does not know", `${csat}    survey_every: daily\n`, "goals.yml:7 "],
])("%s said of how often customers are asked is answered with what can be", async (_, text, at) => {
  const app = await anApp();
  for (const lang of locales) {
    const { err } = await importing(app, text, "--lang", lang);
    expect(err.startsWith(at)).toBe(true);
    const inRow = lang === "zh-TW" ? "、" : ", ";
    expect(err).toContain(["contact", "week", "fortnight", "month", "quarter"].join(inRow));
  }
});
