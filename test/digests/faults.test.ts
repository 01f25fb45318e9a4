import { describe, expect, test } from "vitest";
import { composeDigest, type ComposePorts } from "../../src/digests/compose.ts";
import { AppError } from "../../src/errors.ts";
import { locales } from "../../src/i18n/locale.ts";
import { deskOver } from "../commands/desk-for-tests.ts";
import { composeAsked } from "../fixtures/compose-asked.ts";
import { aGoal } from "../fixtures/goal.ts";
import { ticketsOn } from "../reports/ask.ts";

const tickets = [...ticketsOn("2026-11-03", 400, 380), ...ticketsOn("2026-11-10", 400, 260)];
const goals = ["g1", "g2", "g3"].map((id) =>
  aGoal({ id, channel: "C0TEAM", kpi: id === "g2" ? "reopen_rate" : "fcr" }),
);

/** A desk with three goals in the channel, one of another KPI. */
async function aDesk() {
  const desk = await deskOver({ tickets });
  await desk.documents.change({ who: "U0LEAD", via: "test" }, async (draft) => {
    for (const goal of goals) await draft.goals.put(goal);
  });
  return desk;
}

/** The engine fails whenever that KPI is measured for a goal. */
const failingAt = (ports: ComposePorts, kpi: string, error: Error): ComposePorts => ({
  ...ports,
  reports: {
    ...ports.reports,
    briefly: async (questions) => {
      if (questions.some((question) => question.kpi === kpi)) throw error;
      return ports.reports.briefly(questions);
    },
  },
});

describe("a goal that cannot be measured", () => {
  test("is named, and the digest goes out with the others", async () => {
    const { ports, faults } = await aDesk();
    const failing = failingAt(ports, "reopen_rate", new Error("the engine failed"));
    for (const locale of locales) {
      const digest = await composeDigest(composeAsked({ locale }), failing);
      expect(digest.goals.map(({ id }) => id)).toEqual(["g1", "g3"]);
      expect(digest.rows.map(({ value }) => value)).toEqual([65]);
      expect(digest.remarks.filter((text) => text.includes("g2"))).toHaveLength(1);
    }
    expect(new Set(faults)).toEqual(new Set(["g2"]));
  });

  test("because the engine takes too long is not asked for again: all are named", async () => {
    const { ports } = await aDesk();
    const slow = failingAt(ports, "reopen_rate", new AppError("query_stopped", "too long"));
    const { goals: shown, rows, remarks } = await composeDigest(composeAsked(), slow);
    expect([shown.length, rows.length]).toEqual([0, 1]);
    for (const { id } of goals)
      expect(remarks.join(" ")).toContain(`(${id}) could not be measured`);
  });
});

describe("a KPI that cannot be measured", () => {
  test("because it hangs is left out after its time, and named", async () => {
    const { ports, faults } = await aDesk();
    const patient: ComposePorts = {
      ...ports,
      // Only the hanging one is slower than that, whatever else the machine does.
      kpiLimitMs: 3_000,
      reports: {
        ...ports.reports,
        answer: (question, locale) =>
          question.kpi === "ticket_volume"
            ? new Promise(() => {})
            : ports.reports.answer(question, locale),
      },
    };
    const asked = composeAsked({ kpis: ["fcr", "ticket_volume"] });
    const digest = await composeDigest(asked, patient);
    expect(digest.rows.map(({ kpi }) => kpi)).toEqual(["fcr"]);
    expect(digest.remarks).toContain("Contact volume could not be measured this time.");
    expect(faults).toEqual(["ticket_volume"]);
  });

  test("like all the others of the digest is tried another time: no empty digest goes out", async () => {
    const { ports } = await aDesk();
    const reports = {
      ...ports.reports,
      answer: async () => {
        throw new AppError("store_failed", "no connection");
      },
    };
    await expect(composeDigest(composeAsked(), { ...ports, reports })).rejects.toMatchObject({
      code: "query_stopped",
    });
  });

  test("of an earlier digest is corrected another time", async () => {
    const { ports, faults } = await aDesk();
    const { figures } = await composeDigest(composeAsked(), ports);
    const reports = {
      ...ports.reports,
      figure: async () => {
        throw new Error("the engine failed");
      },
    };
    const told = figures.map((figure) => ({ ...figure, value: 99 }));
    const digest = await composeDigest(composeAsked({ told }), { ...ports, reports });
    expect(digest.rows).toHaveLength(1);
    expect(faults).toContain("fcr");
  });
});

test("a digest that could not be put together before says so, in four languages", async () => {
  const { ports, desk } = await aDesk();
  const dueAt = new Date(desk.clock.now().getTime() - 3_600_000);
  const late = await Promise.all(
    locales.map(async (locale) => {
      const { remarks } = await composeDigest(
        composeAsked({ locale, dueAt, hasFailed: true }),
        ports,
      );
      return remarks[0];
    }),
  );
  expect(late[0]).toContain("its figures could not be measured before");
  expect(new Set(late).size).toBe(4);
});
