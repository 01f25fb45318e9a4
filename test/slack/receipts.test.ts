import { expect, test } from "vitest";
import type { SheetReply } from "../../commands/command.ts";
import { question } from "../reports/ask.ts";
import { aCommand, fromBot, startBot, typed } from "./bot-for-tests.ts";

const receipt: SheetReply = {
  kind: "sheet",
  verb: "receipt",
  question: question({}),
  sheet: {
    title: "How it was made",
    sections: [
      {
        heading: "Sample records",
        lines: [],
        records: [{ id: "T-1", url: "https://desk.example/1", text: "adds to the figure" }],
      },
      { heading: "SQL", lines: [], code: "select count(*) from tickets" },
    ],
  },
  data: {} as SheetReply["data"],
  isPrivate: true,
  choices: [{ label: "The figure", words: "kpi fcr last-week" }],
};

test("asked by mention, a receipt reaches the asker alone, its links and its SQL whole", async () => {
  const bot = await startBot([aCommand("kpi", async () => receipt)]);
  const lena = bot.as("U0LENA");
  await lena.do(typed("@Goalpost kpi receipt fcr", "C0BILLING"));
  const [message] = fromBot(await lena.sees((all) => fromBot(all).length === 1));
  expect(message?.visibleTo).toBe("U0LENA");
  const text = JSON.stringify(message?.blocks);
  expect(text).toContain("<https://desk.example/1|T-1> · adds to the figure");
  expect(text).toContain('"type":"rich_text_preformatted"');
  expect(bot.lines.filter(({ level }) => level === "error")).toEqual([]);
});

test("why a figure moved names no records, so the channel reads along", async () => {
  const why: SheetReply = { ...receipt, verb: "why", isPrivate: false };
  const bot = await startBot([aCommand("kpi", async () => why)]);
  await bot.as("U0LENA").do(typed("@Goalpost kpi why fcr", "C0BILLING"));
  const seen = await bot.as("U0ANDREI").sees((all) => fromBot(all).length === 1);
  expect(fromBot(seen)).toMatchObject([{ channel: "C0BILLING", visibleTo: null }]);
});
