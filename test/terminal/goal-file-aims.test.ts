import { expect, test } from "vitest";
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
