import { describe, expect, test } from "vitest";
import { locales } from "../../src/i18n/locale.ts";
import type { Segment } from "../../src/kinds/kind.ts";
import type { Filters } from "../../src/kpis/where.ts";
import { ask, codes, question, reportsOver, ticketsOn } from "./ask.ts";

const on = (channel: string | null, count: number) =>
  ticketsOn("2026-11-10", count, 1, { channel, agent: "Ann" });
const tickets = [...on("email", 12), ...on("Chat", 8), ...on("phone", 5), ...on(null, 3)];

async function asked(where: Filters) {
  const period = { kind: "range", from: "2026-10-01", to: "2026-11-15" } as const;
  const answer = await ask(await reportsOver({ tickets }), { period, where });
  const unknown = answer.warnings.filter(({ code }) => code === "unknown_value");
  return { sample: answer.sample, unknown: unknown.map(({ text }) => text) };
}

describe("a value that no record has, beside one that some have", () => {
  test.each([
    [{ in: ["email", "emial"] }, 12, "“emial”. There are: email, Chat, phone."],
    [{ in: ["email", "phnoe", "CHAT"] }, 20, "“phnoe”. There are: phone, email, Chat."],
    [{ not_in: ["emial"] }, 28, "“emial”. There are: email, Chat, phone."],
  ])("%j is said", async (channel, sample, text) => {
    expect(await asked({ channel })).toEqual({
      sample,
      unknown: [`No record of this period has channel ${text}`],
    });
  });

  test("goes unsaid where all are there, in whatever case", async () => {
    expect(await asked({ channel: { in: ["EMAIL", "chat"] } })).toEqual({
      sample: 20,
      unknown: [],
    });
  });

  test("is said of an agent too, and no other agent is named", async () => {
    const { unknown } = await asked({ agent: { in: ["Ann", "Bob"] } });
    expect((await asked({ agent: { in: ["Ann", "ANN "] } })).unknown).toEqual([]);
    expect(unknown).toEqual(["No record of this period has agent “Bob”."]);
    const alone = await ask(await reportsOver({ tickets }), {
      where: { agent: { in: ["Bob"] } },
      period: { kind: "range", from: "2026-10-01", to: "2026-11-15" },
    });
    expect(alone).toMatchObject({ value: null, sample: 0 });
    expect(alone.reason?.text).toContain("agent “Bob”");
    expect(alone.reason?.text).not.toContain("Ann");
  });
});

describe("what tables call records without a value", () => {
  test.each(["not set", "Not set", "미지정", "не указано", "未設定"])(
    "“%s” selects them",
    async (name) => {
      expect(await asked({ channel: { in: [name] } })).toEqual({ sample: 3, unknown: [] });
      expect(await asked({ channel: { in: ["phone", name] } })).toEqual({ sample: 8, unknown: [] });
      expect(await asked({ channel: { not_in: [name] } })).toEqual({ sample: 25, unknown: [] });
    },
  );
});

describe("calls by a segment that shifts do not have", () => {
  const calls = Array.from({ length: 30 }, (_, at) => ({
    id: `${at}`,
    queued_at: new Date("2026-11-10T09:00:00Z"),
    outcome: "handled",
    talk_seconds: 60,
    channel: at % 3 === 0 ? "chat" : "phone",
    team: "Billing",
  }));
  const shifts = [
    {
      id: "s",
      agent: "Ann",
      team: "Billing",
      from: new Date("2026-11-10T08:00:00Z"),
      to: new Date("2026-11-10T16:00:00Z"),
      logged_seconds: 28_800,
      available_seconds: 3_600,
    },
  ];
  const options = { kind: "calls" };

  test.each(["calls_per_hour", "occupancy"] as const)(
    "%s says so once instead of figures with one side",
    async (kpi) => {
      const reports = await reportsOver({ calls, shifts });
      const split = await ask(reports, { kpi, options, by: ["channel"] });
      expect(split.segments).toEqual([]);
      expect(split.value).not.toBeNull();
      expect(split.warnings.filter(({ code }) => code === "one_sided")).toEqual([
        {
          code: "one_sided",
          text: "Shifts have no channel, so this figure cannot be split or narrowed by it.",
        },
      ]);
      const narrowed = await ask(reports, { kpi, options, where: { channel: { in: ["phone"] } } });
      expect(codes(narrowed.warnings)).toContain("one_sided");
      expect(narrowed.value).toBeNull();
    },
  );

  test("why it moved is not told by such a segment, nor found along it", async () => {
    const week = 7 * 24 * 3600_000;
    const earlier = shifts.map((each) => ({
      ...each,
      id: `${each.id} before`,
      from: new Date(each.from.getTime() - week),
      to: new Date(each.to.getTime() - week),
    }));
    const first = calls.slice(0, 12).map((each) => ({
      ...each,
      id: `${each.id} before`,
      queued_at: new Date(each.queued_at.getTime() - week),
    }));
    const reports = await reportsOver({
      calls: [...calls, ...first],
      shifts: [...shifts, ...earlier],
    });
    const why = (by: readonly Segment[]) =>
      reports.why(question({ kpi: "calls_per_hour", options, by }), "en");
    expect(await why(["channel"])).toMatchObject({
      value: 30 / 8,
      comparison: { value: 12 / 8 },
      by: [],
      parts: [],
      unsplit: [{ code: "one_sided" }],
    });
    // Channels moved most clearly of all, but only teams are told of calls and shifts alike.
    expect(await why([])).toMatchObject({ by: [], unsplit: [] });
    expect(await why(["team"])).toMatchObject({ by: ["team"], unsplit: [], parts: [{}] });
  });

  test("by one they both have there is a figure, and nothing to say", async () => {
    const reports = await reportsOver({ calls, shifts });
    const split = await ask(reports, { kpi: "calls_per_hour", options, by: ["team"] });
    expect(split.segments).toMatchObject([{ key: { team: "Billing" }, value: 30 / 8 }]);
    expect(codes(split.warnings)).not.toContain("one_sided");
  });

  test("a KPI of one kind is split as ever", async () => {
    const reports = await reportsOver({ calls, shifts });
    const split = await ask(reports, { kpi: "aht", by: ["channel"] });
    expect(split.segments.map(({ sample }) => sample)).toEqual([20, 10]);
    expect(codes(split.warnings)).not.toContain("one_sided");
  });

  test("is a sentence in every language", async () => {
    const reports = await reportsOver({ calls, shifts });
    const texts = await Promise.all(
      locales.map(async (locale) => {
        const asking = { kpi: "occupancy", by: ["channel"] } as const;
        const { warnings } = await ask(reports, asking, locale);
        return warnings.find(({ code }) => code === "one_sided")?.text;
      }),
    );
    expect(new Set(texts).size).toBe(locales.length);
  });
});
