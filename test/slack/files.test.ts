import { describe, expect, test } from "vitest";
import { locales, type Locale } from "../../src/i18n/locale.ts";
import type { Playground } from "../../src/playground/server.ts";
import type { Message, Snapshot } from "../../src/playground/wire.ts";
import { scopes } from "../../src/slack/scopes.ts";
import { whoAmI } from "../../src/slack/who-am-i.ts";
import { csvRecords } from "../fixtures/read-csv.ts";
import { fourfold, personId } from "../journeys/people-in-every-language.ts";
import { aWorkspace } from "../journeys/posting-workspace.ts";
import { unzip } from "../terminal/unzip.ts";
import { collectLog, fromBot, pressOn, typed } from "./bot-for-tests.ts";
import { faultInSlack } from "./fault-in-slack.ts";

const withFile = (seen: Snapshot): Message | undefined =>
  fromBot(seen).find(({ files = [] }) => files.length > 0);
const texts = (seen: Snapshot): string => JSON.stringify(fromBot(seen));

/** What somebody gets who follows the link under the file. */
async function download({ url }: Playground, message: Message | undefined, as: string) {
  const base = url.replace("localhost", "127.0.0.1");
  const [file] = message?.files ?? [];
  const response = await fetch(`${base}/playground/file/${file?.id}?as=${as}`);
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
}

describe("a scorecard asked for in a channel", () => {
  test("comes to the asker's direct messages as CSV, and the channel is told nothing", async () => {
    const { bot } = await aWorkspace();
    const lena = bot.as("U0LENA");
    await lena.do(typed("/kpi export fcr last-week by channel csv"));
    const seen = await lena.sees((all) => texts(all).includes("in your direct messages"));
    const message = withFile(seen);
    expect(message).toMatchObject({
      channel: "D0LENA",
      visibleTo: null,
      text: expect.stringMatching(/^Scorecard, 9–15 Nov 2026, last week\nThe file has 2 rows/u),
      files: [{ name: "scorecard_2026-11-09_2026-11-15.csv" }],
    });
    const { bytes } = await download(bot.playground, message, "U0LENA");
    // 260 of the 400 tickets of that week were solved by one reply.
    expect(csvRecords(bytes.toString("utf8").slice(1))).toMatchObject([
      { kpi: "fcr", channel: "", value: "65", numerator: "260", denominator: "400" },
      { kpi: "fcr", channel: "not set", value: "65", numerator: "260", denominator: "400" },
    ]);
    const told = fromBot(seen).filter(({ channel }) => channel === "C0BILLING");
    expect(told.map(({ visibleTo }) => visibleTo)).toEqual(["U0LENA"]);
    expect(fromBot(await bot.as("U0MINA").see())).toEqual([]);
    for (const other of ["U0MINA", "U0ANDREI", "U0SAMTSAI", ""]) {
      expect((await download(bot.playground, message, other)).status).toBe(404);
    }
  });

  test("is a workbook where nothing else is said, of every KPI that has data", async () => {
    const { bot } = await aWorkspace();
    const lena = bot.as("U0LENA");
    await lena.do(typed("/kpi export last-week", "D0LENA"));
    const seen = await lena.sees((all) => withFile(all) !== undefined);
    expect(fromBot(seen)).toHaveLength(1);
    const { bytes } = await download(bot.playground, withFile(seen), "U0LENA");
    const files = unzip(bytes);
    const sheet = [...files].find(([name]) => name.endsWith("sheet1.xml"))?.[1] ?? "";
    expect(sheet).toContain("<v>0.65</v>");
    expect(sheet.match(/<row /gu)!.length).toBeGreaterThan(3);
  });

  test("is spoken of in the asker's language", async () => {
    const { bot } = await aWorkspace("lead", { seed: fourfold });
    const told: Record<Locale, readonly string[]> = {
      en: [
        "The file is in your direct messages",
        "Scorecard, 9–15 Nov 2026, last week\nThe file has 1 row,",
      ],
      ko: [
        "파일을 Goalpost와의 다이렉트 메시지로",
        "성과표, 2026년 11월 9일~15일, 지난주\n파일에 1개 행이",
      ],
      ru: [
        "Файл – в ваших личных сообщениях",
        "Показатели, 9–15 нояб. 2026 г., прошлая неделя\nВ файле 1 строка;",
      ],
      "zh-TW": [
        "檔案已傳到您與 Goalpost 的私訊",
        "績效表，2026/11/9至2026/11/15，上週\n檔案共 1 列",
      ],
    };
    for (const locale of locales) {
      const reader = bot.as(personId("lead", locale));
      await reader.do(typed("/kpi export fcr last-week"));
      const [there, inFile] = told[locale];
      const seen = await reader.sees((all) => texts(all).includes(there ?? "?"));
      expect(withFile(seen)?.text).toContain(inFile);
    }
  });

  test("what cannot be answered makes no file: the person hears why, and what to do", async () => {
    const { bot } = await aWorkspace("member");
    const lena = bot.as("U0LENA");
    const said: readonly (readonly [string, RegExp])[] = [
      ["export next-weak", /Did you mean|does not know/u],
      ["export kpis:nothing", /nothing/u],
      ["export fcr last-month by agent", /leads|agents/u],
      ["export 2019", /No KPI has data/u],
    ];
    for (const [words, why] of said) {
      const before = fromBot(await lena.see()).length;
      await lena.do(typed(`/kpi ${words}`));
      const seen = await lena.sees((all) => fromBot(all).length > before);
      expect([words, JSON.stringify(fromBot(seen).at(-1))]).toEqual([
        words,
        expect.stringMatching(why),
      ]);
      expect([words, withFile(seen)]).toEqual([words, undefined]);
    }
  });

  test("a stranger gets none, whichever way they ask", async () => {
    const { bot } = await aWorkspace();
    const sam = bot.as("U0SAMTSAI");
    await sam.do(typed("/kpi export fcr last-week csv", "C0SUPPORT"));
    await sam.do(typed("export fcr last-week csv", "D0SAMTSAI"));
    const seen = await sam.sees((all) => fromBot(all).length === 2);
    expect(withFile(seen)).toBeUndefined();
    expect(fromBot(seen).map(({ text }) => text)).toEqual(
      Array(2).fill(expect.stringContaining("只回覆此工作區的正式成員")),
    );
  });
});

describe("a button for it", () => {
  test("stands on Home, under a figure by channel, and under a digest for its own days", async () => {
    const { bot } = await aWorkspace();
    const lena = bot.as("U0LENA");
    const label = "As a file (XLSX)";
    const filesNow = async () => fromBot(await lena.see()).flatMap(({ files = [] }) => files);

    await lena.do({ kind: "open_home", tab: "home" });
    const { home: view } = await lena.sees((all) => JSON.stringify(all.home).includes(label));
    const onHome = pressOn({ channel: "", ts: "", blocks: view!.payload.blocks } as never, label);
    await lena.do({ ...onHome, source: { kind: "view", id: view!.id } });
    await lena.sees((all) => withFile(all) !== undefined);

    await lena.do(typed("/kpi fcr last-week by channel"));
    const asked = await lena.sees((all) => texts(all).includes("by channel"));
    const answer = fromBot(asked).find(({ blocks }) =>
      JSON.stringify(blocks).includes("export fcr"),
    );
    await lena.do(pressOn(answer!, label));
    await lena.sees((all) => fromBot(all).flatMap(({ files = [] }) => files).length === 2);

    await lena.do(typed("/digest now"));
    const posted = await lena.sees((all) => texts(all).includes("The digest is posted"));
    const digest = fromBot(posted).find(({ blocks }) => JSON.stringify(blocks).includes("kpis:"));
    expect(JSON.stringify(digest)).toContain("2026-11-09..2026-11-15");
    await lena.do(pressOn(digest!, label));
    await lena.sees((all) => fromBot(all).flatMap(({ files = [] }) => files).length === 3);
    expect((await filesNow()).map(({ name }) => name)).toEqual(
      Array.from({ length: 3 }, () => "scorecard_2026-11-09_2026-11-15.xlsx"),
    );
  });
});

describe("where Slack takes no file", () => {
  const others = scopes.map(({ name }) => name).filter((name) => name !== "files:write");

  test("for want of the scope, the person hears who can help, and doctor names it", async () => {
    const { bot } = await aWorkspace("lead", { scopes: others });
    const lena = bot.as("U0LENA");
    await lena.do(typed("/kpi export fcr last-week"));
    const seen = await lena.sees((all) => fromBot(all).length > 0);
    expect(texts(seen)).toContain("installed without the scope files:write");
    const { apiUrl, botToken } = bot.playground;
    expect(await whoAmI({ apiUrl, botToken }, collectLog().log)).toMatchObject({
      missingScopes: ["files:write"],
    });
  });

  test("for any other reason, nothing is half done and the person is told calmly", async () => {
    const slack = faultInSlack();
    const { bot } = await aWorkspace();
    const lena = bot.as("U0LENA");
    for (const method of ["files.getUploadURLExternal", "files.completeUploadExternal"]) {
      slack.failAt(method);
      const before = fromBot(await lena.see()).length;
      await lena.do(typed("/kpi export fcr last-week"));
      const seen = await lena.sees((all) => fromBot(all).length > before);
      expect(fromBot(seen).at(-1)?.text).toContain("Something went wrong here");
      expect(withFile(seen)).toBeUndefined();
      slack.mend();
    }
  });
});
