import { describe, expect, test } from "vitest";
import { aimWords } from "../../commands/goal-aim-words.ts";
import type { FormValues, Submitted } from "../../commands/command.ts";
import { goal } from "../../commands/goal.ts";
import { readAim } from "../../commands/goal-series.ts";
import type { Goal } from "../../goals/goal.ts";
import { locales } from "../../src/i18n/locale.ts";
import { aGoal } from "../fixtures/goal.ts";
import type { FixtureRows } from "../records/store-of.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";

/** Last week 70 of 100 solved at once; a hundred tickets came; five of twelve tools were tried. */
const rows: FixtureRows = {
  tickets: ticketsOn("2026-11-10", 100, 70),
  milestones: Array.from({ length: 12 }, (_, n) => ({
    id: `m${n}`,
    plan: "technology",
    title: `t${n}`,
    planned_at: "2026-10-01T08:00:00Z",
    ...(n < 5 && { done_at: "2026-11-02T08:00:00Z" }),
  })),
};

async function editing(change: Partial<Goal>, asker = anAsker()) {
  const { desk, documents } = await deskOver(rows);
  const kept = aGoal({ baseline: { ...aGoal().baseline!, value: 60 }, ...change });
  await documents.change({ who: "x", via: "test" }, async ({ goals }) => goals.put(kept));
  const form = await goal.run("edit g1", asker, desk);
  if (form.kind !== "form") throw new Error("no form");
  const values: FormValues = Object.fromEntries(form.fields.map((each) => [each.id, each.initial]));
  const send = (typed: FormValues): Promise<Submitted> =>
    goal.submit!(form.state, { ...values, ...typed }, asker, desk);
  const history = async (): Promise<string> =>
    JSON.stringify(await goal.run("history g1", asker, desk));
  return { desk, form, values, send, history };
}
const errorsOf = (sent: Submitted) => (sent.ok ? {} : sent.errors);

describe("a goal by months", () => {
  const stepped: Partial<Goal> = {
    steps: [
      { until: "2026-10-31", target: 65 },
      { until: "2026-11-30", target: 72.25 },
    ],
  };
  const shown = {
    en: "Nov 72.3 %, Dec 80 %",
    ko: "11월 72.3%, 12월 80%",
    ru: "нояб. 72,3 %, дек. 80 %",
    "zh-TW": "11月 72.3%, 12月 80%",
  };

  test.each(locales)(
    "is shown as it is typed, and nobody's touch changes nothing: %s",
    async (l) => {
      const { values, send, desk } = await editing(stepped, anAsker({ locale: l }));
      expect(values["target"]?.replaceAll(/\s/gu, " ")).toBe(shown[l]);
      expect(await send({ why: "They call twice" })).toMatchObject({ ok: true });
      expect(await desk.goals.find("g1")).toMatchObject({ ...stepped, target: 80 });
    },
  );

  test.each(locales)("takes another value for a month, and its history says so: %s", async (l) => {
    const { values, send, desk, history } = await editing(stepped, anAsker({ locale: l }));
    const typed = values["target"]!.replace("80", "82");
    expect(await send({ target: typed })).toMatchObject({ ok: true });
    // What is past stays, and what was shown rounded and left alone is what it was.
    expect(await desk.goals.find("g1")).toMatchObject({ ...stepped, target: 82 });
    const more = await editing(stepped, anAsker({ locale: l }));
    expect(await more.send({ target: values["target"]!.replace(/72.3/u, "75") })).toMatchObject({
      ok: true,
    });
    expect(await more.desk.goals.find("g1")).toMatchObject({
      target: 80,
      steps: [stepped.steps![0], { until: "2026-11-30", target: 75 }],
    });
    expect(await more.history()).toMatch(/72[.,]3\s?%.*→.*75\s?%/u);
    expect(await history()).toMatch(/80\s?% → 82\s?%/u);
  });

  test("made easier on the way wants a reason, as one left out does", async () => {
    for (const target of ["Nov 70, Dec 80", "Nov 62, Dec 80", "Nov 71, Dec 79"]) {
      const { send, desk } = await editing(stepped);
      expect(Object.keys(errorsOf(await send({ target })))).toEqual(["reason"]);
      expect(await send({ target, reason: "Two people left" })).toMatchObject({ ok: true });
      expect((await desk.goals.find("g1"))?.edits).toMatchObject([{ reason: "Two people left" }]);
    }
    // Straight from the 31 of October to 81 it would be 73 at the end of November.
    const { send, desk } = await editing(stepped);
    expect(await send({ target: "81 %" })).toMatchObject({ ok: true });
    expect(await desk.goals.find("g1")).toMatchObject({ target: 81, steps: [stepped.steps![0]] });
  });

  test("is refused a step back, and a month that is not on the way", async () => {
    const { send } = await editing(stepped);
    expect(errorsOf(await send({ target: "Nov 82, Dec 80" }))["target"]).toContain("step back");
    expect(errorsOf(await send({ target: "Jan 72, Dec 80" }))["target"]).toContain(
      "31 December 2026",
    );
    expect(errorsOf(await send({ target: "Oct 72, Dec 80" }))["target"]).toContain(
      "name the months",
    );
  });
});

describe("a band", () => {
  const band: Partial<Goal> = {
    kpi: "ticket_volume",
    options: { kind: "tickets" },
    direction: "keep",
    target: 90,
    upTo: 120,
  };

  test.each(locales)("can be moved; wider wants a reason: %s", async (locale) => {
    const { values, send, desk, history } = await editing(band, anAsker({ locale }));
    expect(values["target"]).toBe("90 – 120");
    expect(Object.keys(errorsOf(await send({ target: "90–130" })))).toEqual(["reason"]);
    expect(await send({ target: "95–115" })).toMatchObject({ ok: true });
    expect(await desk.goals.find("g1")).toMatchObject({ target: 95, upTo: 115, direction: "keep" });
    expect(await history()).toContain("90 – 120 → 95 – 115");
  });

  test("stays one: a single value, or one upside down, is refused on its field", async () => {
    const { send, desk } = await editing(band);
    expect(errorsOf(await send({ target: "100" }))["target"]).toContain("70–85");
    expect(errorsOf(await send({ target: "120–90" }))["target"]).toContain("from less to more");
    expect(await desk.goals.find("g1")).toMatchObject({ target: 90, upTo: 120, revision: 1 });
  });
});

describe("a count of milestones", () => {
  const count: Partial<Goal> = {
    kpi: "milestone",
    target: (100 * 8) / 12,
    outOf: 12,
    baseline: { ...aGoal().baseline!, value: 60, sample: 12 },
  };
  const said = { en: "9 of 12", ko: "12개 중 9개", ru: "9 из 12", "zh-TW": "12 項中的 9 項" };

  test.each(locales)("stays one, of as many or of others: %s", async (locale) => {
    const { send, desk, history } = await editing(count, anAsker({ locale }));
    expect(JSON.stringify(await send({ target: said[locale] }))).toContain(said[locale]);
    expect(await desk.goals.find("g1")).toMatchObject({ target: 75, outOf: 12 });
    expect(await history()).toContain(said[locale]);
    const { form, send: sendOther, desk: other } = await editing(count);
    expect(form.notices[0]).toContain("8 of 12");
    expect(JSON.stringify(await sendOther({ target: "9 of 10" }))).toContain("9 of 10");
    expect(await other.goals.find("g1")).toMatchObject({ target: 90, outOf: 10 });
    expect(JSON.stringify(await goal.run("history g1", anAsker(), other))).toContain(
      "8 of 12 → 9 of 10",
    );
  });

  test("typed as a share is a share from then on", async () => {
    const { send, desk, history } = await editing(count);
    expect(await send({ target: "80 %" })).toMatchObject({ ok: true });
    expect((await desk.goals.find("g1"))?.outOf).toBeUndefined();
    expect(await history()).toContain("8 of 12 → 80 %");
  });
});

test.each(locales)("what a form shows of any series is read as that series: %s", (locale) => {
  for (const unit of ["percent", "seconds"] as const) {
    const size = unit === "percent" ? 1 : 60;
    for (let length = 1; length <= 20; length += 1) {
      const days = Array.from({ length }, (_, n) =>
        new Date(Date.UTC(2026, 11 + n * (length % 3 === 0 ? 2 : 1), 0)).toISOString().slice(0, 10),
      ).filter((day) => day < "2029-06-30") as Goal["steps"][number]["until"][];
      const steps = days.map((until, n) => ({ until, target: size * (80 - n) }));
      const [first, ...rest] = steps;
      // One that a file brought is due in the middle of a month.
      const due = [{ ...first!, until: "2026-11-20" as const }, ...rest];
      const kept = aGoal({
        kpi: unit === "percent" ? "abandonment_rate" : "first_response_time",
        towards: "down",
        steps: due,
        target: size * 20,
        deadline: "2029-06-30",
      });
      const text = aimWords(kept, "2026-11-18", locale);
      const scale = { unit, baseline: size * 90, direction: "reach", towards: "down" } as const;
      expect(
        readAim(text, { ...scale, today: "2026-11-18", deadline: kept.deadline }, locale),
      ).toEqual({ typed: kept.target, steps: due });
    }
  }
});
