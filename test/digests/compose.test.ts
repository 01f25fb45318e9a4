import { describe, expect, test } from "vitest";
import { digestBlocks } from "../../src/blocks/digest-blocks.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { composeDigest, type ComposeAsked } from "../../src/digests/compose.ts";
import { composedDigestSchema } from "../../src/digests/digest.ts";
import { locales } from "../../src/i18n/locale.ts";
import { deskOver } from "../commands/desk-for-tests.ts";
import { composeAsked } from "../fixtures/compose-asked.ts";
import { state } from "../fixtures/source-state.ts";
import { oddText } from "../../src/reports/odd-text.ts";
import { aGoal } from "../fixtures/goal.ts";
import { ticketsOn } from "../reports/ask.ts";

const from = (value: number) =>
  ({ value, sample: 1, from: "2026-09-28", to: "2026-10-04" }) as const;

const asked = (change: Partial<ComposeAsked> = {}): ComposeAsked =>
  composeAsked({
    kpis: ["fcr", "ticket_volume"],
    next: { dueAt: new Date("2026-11-23T08:00:00Z"), movedFrom: null },
    ...change,
  });

/** FCR fell from 380 of 400 to 260 of 400 in the last whole week, 9–15 November. */
const tickets = [
  ...ticketsOn("2026-10-27", 400, 380),
  ...ticketsOn("2026-11-03", 400, 380),
  ...ticketsOn("2026-11-10", 400, 260),
];

describe("a digest", () => {
  test("says first what matters most, with its figures", async () => {
    const { ports } = await deskOver({ tickets });
    const digest = await composeDigest(asked(), ports);
    expect(digest.title).toBe("Weekly digest · 9–15 Nov 2026, last week");
    expect(digest.headline).toBe("First contact resolution got worse: 65.0 % (−30.0 pp).");
    expect(digest.rows).toMatchObject([
      { kpi: "fcr", value: 65, change: -30, status: "worse", statusText: "worse", sample: 400 },
      { kpi: "ticket_volume", value: 400, change: 0, status: "steady", sample: 400 },
    ]);
    expect(digest.next).toMatch(/^Next: Monday,? 23 November 2026 at 09:00 \(Europe\/Berlin\)\.$/u);
    expect(digest.choices[0]).toEqual({
      label: "Ask: First contact resolution",
      words: "kpi fcr 2026-W46",
    });
  });

  test("draws what moved, at most two pictures", async () => {
    const { ports } = await deskOver({ tickets });
    const { charts } = await composeDigest(asked(), ports);
    expect(charts.map(({ title }) => title)).toEqual(["First contact resolution"]);
    expect(charts[0]!.picture.series[0]!.data.map(({ value }) => value)).toEqual([95, 95, 65]);
  });

  test("says once of all its figures what was odd about the pulls they are of", async () => {
    const odd = { code: "shifted", kind: "tickets", day: "2026-11-12", hours: 1 } as const;
    const states = [state({ odd })];
    const { ports } = await deskOver({ tickets }, { reporting: { states } });
    for (const locale of locales) {
      const { remarks } = await composeDigest(asked({ locale }), ports);
      expect(remarks).toContain(oddText("desk", odd, "Europe/Berlin", locale));
      expect(remarks.filter((text) => text.includes("goalpost.yml"))).toHaveLength(1);
    }
    const earlier = asked({ meantAt: new Date("2026-11-09T08:00:00Z") });
    const { remarks } = await composeDigest(earlier, ports);
    expect(remarks.join(" ")).not.toContain("goalpost.yml");
  });

  test("moved off a day off, it says from when", async () => {
    const { ports } = await deskOver({ tickets });
    const said = await Promise.all(
      locales.map(async (locale) => {
        const digest = await composeDigest(asked({ locale, movedFrom: "2026-11-17" }), ports);
        return digest.remarks[0];
      }),
    );
    expect(said[0]).toBe("Moved from 17 November 2026, a day off.");
    for (const text of said) expect(text).toContain("17");
  });

  test("chooses a sensible five by what has records", async () => {
    const { ports } = await deskOver({ tickets });
    const { rows } = await composeDigest(asked({ kpis: [] }), ports);
    expect(rows.map(({ kpi }) => kpi)).toEqual([
      "fcr",
      "first_response_time",
      "ticket_volume",
      "avg_resolution_time",
      "resolved_issues",
    ]);
  });

  test("leaves out, when it may choose, what has records and nothing to say", async () => {
    const unanswered = tickets.map((ticket) => ({ ...ticket, first_response_at: null }));
    const { ports } = await deskOver({ tickets: unanswered });
    const { rows } = await composeDigest(asked({ kpis: [] }), ports);
    expect(rows.map(({ kpi }) => kpi)).not.toContain("first_response_time");
    expect(rows.every(({ value }) => value !== null)).toBe(true);
  });

  test("goes out without a figure that failed, and says so", async () => {
    const { ports, faults } = await deskOver({ tickets });
    const { reports } = ports;
    const digest = await composeDigest(asked(), {
      ...ports,
      reports: {
        ...reports,
        answer: async (question, locale) => {
          if (question.kpi === "ticket_volume") throw new Error("the engine is gone");
          return reports.answer(question, locale);
        },
      },
    });
    expect(digest.rows.map(({ kpi }) => kpi)).toEqual(["fcr"]);
    expect(digest.remarks.join()).toContain("Contact volume could not be measured");
    expect(faults).toEqual(["ticket_volume"]);
  });

  test("without any data says so, and shows no figure as 0", async () => {
    const { ports } = await deskOver({ tickets: ticketsOn("2026-06-01", 5, 5) });
    const digest = await composeDigest(asked({ kpis: ["fcr"] }), ports);
    expect(digest.headline).toBe("There is no data for 9–15 Nov 2026, last week.");
    expect(digest.rows).toMatchObject([{ value: null, valueText: "–", status: "no_data" }]);
    expect(digest.charts).toEqual([]);
  });

  test("names why rows stand empty, once for all that do for the same reason", async () => {
    const { ports } = await deskOver({ tickets });
    const digest = await composeDigest(asked({ kpis: ["fcr", "csat", "nps", "asa"] }), ports);
    expect(digest.rows.map(({ status }) => status === "no_data")).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(digest.remarks).toEqual([
      "Customer satisfaction, Net promoter score: No source has delivered anything for “Surveys” yet.",
      "Average speed of answer: No source has delivered anything for “Calls” yet.",
    ]);
  });

  test("that comes late says when it was due, and which ones before it never came", async () => {
    const { ports } = await deskOver({ tickets });
    const dueAt = new Date("2026-11-18T08:00:00Z");
    const { remarks } = await composeDigest(
      asked({ dueAt, skipped: ["2026-W45", "2026-W46"] }),
      ports,
    );
    expect(remarks[0]).toBe(
      "Due 18 Nov 2026, 09:00 (Europe/Berlin), put together 18 Nov 2026, 12:00 (Europe/Berlin): the bot was not running.",
    );
    expect(remarks[1]).toBe("2 digests before this one were not posted: 2026-W45, 2026-W46.");
    const onTime = await composeDigest(asked({ dueAt: new Date("2026-11-18T10:59:00Z") }), ports);
    expect(onTime.remarks).toEqual([]);
  });

  test("shows the goals of its channel, those first that need somebody", async () => {
    const { ports, documents } = await deskOver({ tickets });
    const course = { startsOn: "2026-10-05", deadline: "2026-12-04" } as const;
    await documents.change({ who: "U0LEAD", via: "slack" }, async ({ goals }) => {
      // At 65: all but there; far behind; elsewhere; over and missed; over for long.
      await goals.put(aGoal({ id: "g1", ...course, baseline: from(40), target: 66 }));
      await goals.put(aGoal({ id: "g2", ...course, baseline: from(64), target: 90 }));
      await goals.put(aGoal({ id: "g3", ...course, channel: "C0OTHER" }));
      await goals.put(aGoal({ id: "g4", startsOn: "2026-10-05", deadline: "2026-11-15" }));
      await goals.put(aGoal({ id: "g5", startsOn: "2026-10-05", deadline: "2026-11-01" }));
    });
    const { goals } = await composeDigest(asked(), ports);
    expect(goals.map(({ id, stateText }) => `${id} ${stateText}`)).toEqual([
      "g4 missed",
      "g2 behind",
      "g1 on track",
    ]);
    expect(goals[1]).toMatchObject({
      value: 65,
      progressText: "4 % of the way, 69 % expected by now",
    });
  });

  test("names the part of the desk it speaks of, and asks for that part", async () => {
    const email = ticketsOn("2026-11-10", 10, 5, { channel: "email" });
    const { ports } = await deskOver({ tickets: [...tickets, ...email] });
    const digest = await composeDigest(asked({ where: { channel: { in: ["email"] } } }), ports);
    expect(digest.rows[0]).toMatchObject({ value: 50, sample: 10 });
    expect(digest.remarks).toContain("Only for email.");
    expect(digest.choices[0]!.words).toContain("channel:email");
  });

  test("says of tickets or calls which it means, where both could answer", async () => {
    const calls = Array.from({ length: 10 }, (_, index) => ({
      id: String(index),
      queued_at: new Date("2026-11-10T09:00:00Z"),
      outcome: "handled",
      customer: `c${index}`,
    }));
    const { ports } = await deskOver({ tickets, calls });
    const { rows } = await composeDigest(asked({ kpis: ["fcr"] }), ports);
    expect(rows).toMatchObject([{ title: "First contact resolution (Tickets)", value: 65 }]);
  });

  test.each(locales)(
    "survives the ledger word for word, and Slack takes it: %s",
    async (locale) => {
      const { ports, documents } = await deskOver({ tickets });
      await documents.change({ who: "U0LEAD", via: "slack" }, ({ goals }) => goals.put(aGoal()));
      const dueAt = new Date("2026-11-18T08:00:00Z");
      const digest = await composeDigest(
        asked({ locale, kpis: [], dueAt, skipped: ["2026-W46"] }),
        ports,
      );
      expect(composedDigestSchema.parse(JSON.parse(JSON.stringify(digest)))).toEqual(digest);
      expect(JSON.stringify(digest)).not.toMatch(/\{\w+\}|undefined|NaN/u);
      expect(checkBlocks("message", digestBlocks(digest))).toEqual([]);
    },
  );

  test.each(locales)(
    "of a hundred goals and the longest texts is one Slack takes: %s",
    async (locale) => {
      const { ports, documents } = await deskOver({ tickets });
      const long = "<&*_~ЖㅎW長 ".repeat(400);
      const checkIns = [
        { at: "2026-11-09T08:00:00.000Z", who: "U0A", text: long, submission: "s" },
      ];
      const edits = [
        {
          at: "2026-11-09T08:00:00.000Z",
          who: "U0A",
          reason: long,
          changes: [{ field: "target" as const, before: 90, after: 80 }],
          submission: "e",
        },
      ];
      await documents.change({ who: "U0LEAD", via: "slack" }, async ({ goals }) => {
        for (let nth = 1; nth <= 100; nth += 1) {
          const part = {
            channel: { in: [long.slice(0, 250)] },
            team: { in: [long.slice(0, 250)] },
          };
          await goals.put(
            aGoal({ id: `g${nth}`, where: nth % 2 === 0 ? {} : part, why: long, checkIns, edits }),
          );
        }
      });
      const digest = await composeDigest(asked({ locale, kpis: [] }), ports);
      expect(digest.goals).toHaveLength(5);
      expect(checkBlocks("message", digestBlocks(digest))).toEqual([]);
    },
  );
});
