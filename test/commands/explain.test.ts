import { beforeEach, describe, expect, test } from "vitest";
import type { Reply } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { kpi } from "../../commands/kpi.ts";
import { parseKpiWords } from "../../commands/words.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { locales, type Locale } from "../../src/i18n/locale.ts";
import { kpis } from "../../src/kpis/index.ts";
import { drawReply } from "../../src/slack/draw.ts";
import { showsAgents } from "../../src/slack/agent-figures.ts";
import { toJson } from "../../src/terminal/to-json.ts";
import { calls, surveys, tickets } from "../kpis/desk.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";

const understood = (words: string): string => {
  const asked = parseKpiWords(words);
  return "question" in asked ? `${asked.kind} ${asked.question.kpi}` : asked.kind;
};

test.each([
  ["receipt fcr last-week by channel", "receipt fcr"],
  ["fcr last-week receipt", "receipt fcr"],
  ["how was this made csat last-month", "receipt csat"],
  ["산출 근거 최초 통화 해결률 지난주", "receipt fcr"],
  ["최초 통화 해결률 지난주 근거", "receipt fcr"],
  ["как посчитано NPS за прошлый месяц", "receipt nps"],
  ["計算依據 首次聯繫解決率 上週", "receipt fcr"],
  ["why did csat last-month by channel", "why csat"],
  ["왜 고객 만족도 지난달", "why csat"],
  ["почему NPS за прошлый месяц", "why nps"],
  ["為什麼 淨推薦值 上個月", "why nps"],
  ["top frt last-week", "top first_response_time"],
  ["상위 기록 FRT 지난주", "top first_response_time"],
  ["топ aht за прошлую неделю", "top aht"],
  ["明細 平均處理時間 上週", "top aht"],
])("%s", (words, wanted) => {
  expect(understood(words)).toBe(wanted);
});

describe("over a desk", () => {
  let desk: Desk;
  beforeEach(async () => {
    ({ desk } = await deskOver({
      tickets: tickets.map((each) => ({ ...each })),
      calls: calls.map((each) => ({ ...each })),
      surveys: surveys.map((each) => ({ ...each })),
    }));
  });

  async function asking(words: string, locale: Locale = "en"): Promise<Reply> {
    return kpi.run(words, anAsker({ locale }), desk);
  }

  async function sheet(words: string, locale: Locale = "en") {
    const reply = await asking(words, locale);
    if (reply.kind !== "sheet") throw new Error(`${words} gave ${JSON.stringify(reply)}`);
    return reply;
  }

  test("beside a page by agent, why is asked about the whole, and answers", async () => {
    const { choices } = await sheet("top ticket_volume last-month by agent kind:tickets");
    const [why, receipt] = choices.map(({ words }) => words.replace(/^kpi /u, ""));
    expect([why, receipt]).toEqual([
      "why ticket_volume last-month kind:tickets",
      "receipt ticket_volume last-month by agent kind:tickets",
    ]);
    expect((await sheet(why!)).verb).toBe("why");
    const card = await sheet("receipt top_agent last-month kind:tickets");
    expect(card.choices.filter(({ words }) => words.startsWith("kpi why"))).toEqual([]);
  });

  test("what is unclear keeps its verb in the words it offers", async () => {
    const reply = await asking("why last-week fcr last-month");
    if (reply.kind !== "page") throw new Error("two periods are one too many");
    expect(reply.choices.map(({ words }) => words)).toEqual([
      "kpi why fcr last-week",
      "kpi why fcr last-month",
    ]);
    const chosen = await asking("why fcr last-week");
    expect(chosen).toMatchObject({
      refused: true,
      choices: [
        { words: "kpi why fcr last-week kind:tickets" },
        { words: "kpi why fcr last-week kind:calls" },
      ],
    });
    expect(await asking("receipt fcr 2030")).toMatchObject({ kind: "page", refused: true });
  });

  test("every sheet of every KPI is a message that Slack takes, in every language", async () => {
    const drawn: string[] = [];
    for (const [at, { id, options }] of kpis.entries()) {
      const kind = "kind" in options ? " kind:tickets" : "";
      for (const [place, verb] of ["receipt", "why", "top"].entries()) {
        const locale = locales[(at + place) % locales.length]!;
        const asker = anAsker({ locale });
        const reply = await kpi.run(`${verb} ${id} last-month${kind}`, asker, desk);
        // It is always split by agent, and in them nobody looks for a cause.
        if (id === "top_agent" && verb === "why") continue;
        if (reply.kind !== "sheet") throw new Error(`${verb} ${id}: ${JSON.stringify(reply)}`);
        const message = drawReply(reply, { asker, canShare: true, sharedBy: null });
        expect({ id, verb, faults: checkBlocks("message", message) }).toEqual({
          id,
          verb,
          faults: [],
        });
        for (const { words } of reply.choices) {
          expect(parseKpiWords(words.replace(/^kpi /u, "")).kind).not.toBe("problem");
        }
        expect(JSON.parse(toJson(reply))).toMatchObject({ kind: verb, kpi: id });
        drawn.push(JSON.stringify(message));
      }
    }
    expect(drawn.filter((text) => /undefined|NaN|\[object/u.test(text))).toEqual([]);
    expect(drawn).toHaveLength(kpis.length * 3 - 1);
  });

  describe("what names single records", () => {
    test("is for the asker alone; a change by segments is not", async () => {
      expect((await sheet("receipt csat last-week")).isPrivate).toBe(true);
      expect((await sheet("top csat last-week")).isPrivate).toBe(true);
      expect((await sheet("why csat last-week")).isPrivate).toBe(false);
    });

    test("counts as about agents where one of them was named", async () => {
      expect(showsAgents(await sheet("receipt aht last-month agent:Becky"))).toBe(true);
      expect(showsAgents(await sheet("why aht last-month agent:Becky"))).toBe(true);
      expect(showsAgents(await sheet("receipt aht last-week"))).toBe(false);
    });
  });
});
