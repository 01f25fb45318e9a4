import { describe, expect, test } from "vitest";
import { afterTest } from "../closing.ts";
import { calls, newPlace, openPlace, type } from "../terminal/desk.ts";

const goal = [
  "kpi:answer_rate",
  "target:90 %",
  "deadline:2026-12-31",
  "owner:U0LEAD",
  "why:Fewer callers give up",
];

async function opened() {
  const app = await openPlace(newPlace(calls));
  afterTest(app.close);
  await type(["pull"], { app });
  return app;
}

const without = (name: string): readonly string[] =>
  goal.filter((word) => !word.startsWith(`${name}:`));

describe("a form in the terminal", () => {
  test("without fields shows what to write", async () => {
    const app = await opened();
    const { exit, out, err } = await type(["goal"], { app });
    expect([exit, err]).toEqual([0, ""]);
    for (const field of ["kpi", "target", "deadline", "owner", "why"]) {
      expect(out).toMatch(new RegExp(`^${field} `, "mu"));
    }
    expect(out).toContain("For example: goalpost goal kpi:");
  });

  test("of a goal that is there shows an example that does what it says, as it stands", async () => {
    const app = await opened();
    await type(["goal", ...goal], { app });
    for (const words of ["edit g1", "check-in g1"]) {
      const { out } = await type(["goal", ...words.split(" ")], { app });
      const [, example = ""] = /^For example: goalpost (.*)$/mu.exec(out) ?? [];
      expect(example.startsWith(`goal ${words} `)).toBe(true);
      const { exit, err } = await type(example.match(/\S+:"[^"]*"|\S+/gu) ?? [], { app });
      expect([exit, err]).toEqual([0, ""]);
    }
    const goals = await app.deskAt(null).goals.list();
    expect(goals).toMatchObject([{ target: 90, checkIns: [{ text: "…" }] }]);
  });

  test("from a template shows an example with the template in it", async () => {
    const app = await opened();
    const { out } = await type(["goal", "from", "first-response"], { app });
    expect(out).toContain("For example: goalpost goal from first-response kpi:first_response_time");
  });

  test("is sent when every required field is given, and the goal is kept", async () => {
    const app = await opened();
    const { exit, err } = await type(["goal", ...goal], { app });
    expect([exit, err]).toEqual([0, ""]);
    const [kept] = await app.deskAt(null).goals.list();
    expect(kept).toMatchObject({
      kpi: "answer_rate",
      target: 90,
      deadline: "2026-12-31",
      owner: "U0LEAD",
      why: "Fewer callers give up",
    });
    const list = await type(["goal", "list"], { app });
    expect(list.out).toContain("Fewer callers give up");
    expect(list.out).toMatch(/^75\.0 % → target 90 %/mu);
  });

  test("says how far the data reach in its reader's zone, as an answer does", async () => {
    const app = await opened();
    const reader = { ...(await app.askerOf(null, null)), zone: "Asia/Seoul" };
    const desk = app.deskAt(null);
    await type(["goal", ...goal], { app });
    const said = async (name: string, words: string): Promise<string> => {
      const command = app.commands.find((each) => each.name === name)!;
      return JSON.stringify(await command.run(words, reader, desk));
    };
    // The file was read at 11:00 in Berlin.
    for (const words of ["list", "show g1", "kpi:answer_rate"]) {
      expect(await said("goal", words)).toContain("18 Nov 2026, 19:00 (Asia/Seoul)");
      expect(await said("goal", words)).not.toContain("(Europe/Berlin)");
    }
  });

  test("takes the words as one quoted line as well", async () => {
    const app = await opened();
    const line =
      'goal kpi:answer_rate target:"90 %" deadline:2026-12-31 owner:<@U0LEAD> why:"To keep them"';
    const { exit, err } = await type(line.match(/\S+:"[^"]*"|\S+/gu) ?? [], { app });
    expect([exit, err]).toEqual([0, ""]);
    expect((await app.deskAt(null).goals.list())[0]?.owner).toBe("U0LEAD");
  });

  test.for(["target", "deadline", "why"])(
    "without %s it is refused on that field",
    async (name) => {
      const app = await opened();
      const words = name === "deadline" ? [...without(name), "deadline:"] : without(name);
      const { exit, out, err } = await type(["goal", ...words], { app });
      expect([exit, out]).toEqual([1, ""]);
      expect(err).toMatch(new RegExp(`^${name}\\b.* is missing\\.$`, "mu"));
      expect(await app.deskAt(null).goals.list()).toEqual([]);
    },
  );

  test("a choice that is none is told with those there are", async () => {
    const app = await opened();
    const { exit, err } = await type(["goal", ...without("kpi"), "kpi:frc"], { app });
    expect(exit).toBe(1);
    expect(err).toContain("kpi has no choice “frc”: fcr, csat,");
  });

  test("what the command refuses stands behind its field", async () => {
    const app = await opened();
    const past = [...without("deadline"), "deadline:2026-01-01"];
    const { exit, err } = await type(["goal", ...past], { app });
    expect(exit).toBe(1);
    expect(err).toMatch(/^deadline: \S/u);
  });

  test("--json gives the form as data, and goals as data", async () => {
    const app = await opened();
    const form = JSON.parse((await type(["goal", "--json"], { app })).out) as { kind: string };
    expect(form.kind).toBe("form");
    await type(["goal", ...goal], { app });
    const list: unknown = JSON.parse((await type(["goal", "list", "--json"], { app })).out);
    expect(list).toMatchObject({ kind: "goals", cards: [{ target: 90 }] });
  });
});

test("a digest can be seen before it is set up", async () => {
  const app = await opened();
  const { exit, out, err } = await type(["digest", "preview"], { app });
  expect([exit, err]).toEqual([0, ""]);
  expect(out).toMatch(/^Abandonment rate +25\.0 %/mu);
  const data: unknown = JSON.parse((await type(["digest", "preview", "--json"], { app })).out);
  expect(data).toMatchObject({ kind: "digest" });
});
