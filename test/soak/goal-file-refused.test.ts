import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { locales } from "../../src/i18n/locale.ts";
import { aGoal } from "../fixtures/goal.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import { type } from "../terminal/desk.ts";
import { anApp, exported, goalsIn, importing, minimal } from "../terminal/goal-files.ts";

describe("a file that is not right", () => {
  test.each([
    ["a field that is none", "    ownr: x\n", 7, "There is no field “ownr”. Did you mean “owner”?"],
    ["a KPI that is none", ["kpi: answer_rate", "kpi: nothing"], 2, "KPI"],
    ["a target in no unit", ["target: 90 %", "target: lots"], 3, "target"],
    ["a target out of range", ["target: 90 %", "target: 900"], 3, "100"],
    ["a target not better", ["target: 90 %", "target: 60"], 3, "75"],
    ["a deadline that is no day", ["2026-12-31", "2026-02-30"], 4, "“deadline”"],
    ["a deadline in the past", ["2026-12-31", "2026-01-01"], 4, "18 November 2026"],
    ["no owner", ["    owner: U0LEAD\n", ""], 2, "who"],
    ["no reason", ["Nobody should ring in vain.", "''"], 6, "why"],
    ["a single agent", "    where: { agent: { in: [Ann] } }\n", 7, "agent"],
    ["an option it does not have", "    options: { within: 20 }\n", 7, "“options.within”"],
    [
      "a step beyond the target",
      '    steps: [{ until: "2026-12-01", target: 95 }]\n',
      7,
      "“steps”",
    ],
    ["a guardrail that is none", "    guardrails: [happiness]\n", 7, "happiness"],
    ["an id of another shape", "    id: goal-1\n", 7, "“id”"],
    ["an infinite target", ["target: 90 %", "target: .inf"], 3, "“target”"],
  ] as const)("%s is refused on its line, and nothing is saved", async (_, change, line, said) => {
    const app = await anApp();
    await type(["pull"], { app });
    const wrong =
      typeof change === "string" ? minimal + change : minimal.replace(change[0], change[1]);
    const right = minimal.replace("goals:\n", "").replace("vain", "vain again");
    const { exit, out, err } = await importing(app, wrong + right);
    expect([exit, out]).toEqual([1, ""]);
    const [first = "", ...rest] = err.trimEnd().split("\n");
    expect(first.startsWith(`goals.yml:${line} `)).toBe(true);
    expect(first).toContain(said);
    expect(rest).toEqual(["Nothing was changed."]);
    expect(await goalsIn(app)).toEqual([]);
  });

  test.each([
    ["{ stat: average }", "options.stat", "mean, median, p90, share"],
    ["{ clock: 7 }", "options.clock", "calendar, business"],
    ["{ clock: business, wthin: 60 }", "options.wthin", "options.stat, options.within"],
  ])("options %s are told what there is, in every language", async (options, field, there) => {
    const app = await anApp();
    const wrong = minimal.replace("answer_rate", "first_response_time");
    for (const lang of locales) {
      const { err } = await importing(app, `${wrong}    options: ${options}\n`, "--lang", lang);
      const [first = ""] = err.split("\n");
      expect(first).toMatch(/^goals\.yml:7 .*[.。]$/u);
      expect(first).toContain(field);
      expect(first).toContain(lang === "zh-TW" ? there.replaceAll(", ", "、") : there);
    }
  });

  test("a changed file changes how it goes on and how often customers are asked", async () => {
    const app = await anApp();
    const renews = { every: "month", stepPercent: 5 } as const;
    const { id, ...kept } = aGoal({ kpi: "csat", guardrails: ["fcr"], surveyEvery: "month" });
    await app.importGoals({ fresh: [{ id, goal: kept }], changed: [] }, "U0ADMIN");
    const said = await importing(
      app,
      "goals: [{ id: g1, survey_every: week, renews: { every: month, step_percent: 5 } }]",
    );
    expect([said.err, said.out]).toEqual([
      "",
      expect.stringContaining("Done: 0 new, 1 changed, 0 the same."),
    ]);
    const [after] = await goalsIn(app);
    expect(after).toMatchObject({
      surveyEvery: "week",
      renews,
      edits: [
        {
          changes: [
            { field: "surveyEvery", before: "month", after: "week" },
            { field: "renews", before: null, after: "month 5" },
          ],
        },
      ],
    });
  });

  test("says every fault at once, in every language", async () => {
    const app = await anApp();
    const text = minimal.replace("90 %", "lots").replace("2026-12-31", "2026-01-01");
    const said = await Promise.all(
      locales.map(async (lang) => (await importing(app, text, "--lang", lang)).err),
    );
    for (const err of said) expect(err).toMatch(/^goals\.yml:3 .+\ngoals\.yml:4 .+\n.+\n$/u);
    expect(new Set(said).size).toBe(locales.length);
  });

  test("an id twice, or a goal that would become another one", async () => {
    const app = await anApp();
    await importing(app, minimal);
    const text = await exported(app);
    const twice = await importing(app, text + text.slice(text.indexOf("  # ")));
    expect(twice.err).toMatch(/^goals\.yml:\d+ The goal g1 stands here twice\./u);
    const other = await importing(app, text.replace("kpi: answer_rate", "kpi: csat"));
    expect(other.err).toContain("“kpi” cannot change");
  });

  test("a dry run checks and changes nothing", async () => {
    const app = await anApp();
    const said = await importing(app, minimal, "--dry-run");
    expect(said.out).toContain("Checked: 1 new, 0 changed, 0 the same. Nothing was changed.");
    expect(await goalsIn(app)).toEqual([]);
  });

  test("no file, no text, no right to it", async () => {
    const app = await anApp();
    expect((await type(["goal", "import"], { app })).exit).toBe(2);
    const gone = await type(["goal", "import", "/nowhere/goals.yml"], { app });
    expect([gone.exit, gone.err]).toEqual([
      1,
      expect.stringContaining("/nowhere/goals.yml cannot be read."),
    ]);
    const file = join(newFolder(), "goals.yml");
    writeFileSync(file, Uint8Array.of(0xff, 0xfe, 0x00));
    expect((await type(["goal", "import", file], { app })).err).toContain("UTF-8");
    const pipe = join(newFolder(), "pipe");
    execFileSync("mkfifo", [pipe]);
    for (const path of [pipe, "/dev/zero", newFolder()]) {
      expect((await type(["goal", "import", path], { app })).err).toContain("cannot be read.");
    }
    writeFileSync(file, `#${"x".repeat(2_000_000)}`);
    expect((await type(["goal", "import", file], { app })).err).toContain("larger than 2 MB.");
    expect((await importing(app, minimal, "--as", "U0LEAD")).err).toBe(
      "Only admins may do this.\n",
    );
  });
});
