import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { TerminalApp } from "../../src/terminal/app.ts";
import { stoppedAt } from "../../src/clock.ts";
import { AppError } from "../../src/errors.ts";
import { locales } from "../../src/i18n/locale.ts";
import { afterTest } from "../closing.ts";
import { aDatabase, hasPostgres } from "../fixtures/database.ts";
import { calls, configText, header, newPlace, noon, openPlace, type } from "../terminal/desk.ts";

/** A hundred and fifty good rows, so that one bad row stays below one in a hundred. */
const many: readonly string[] = Array.from(
  { length: 150 },
  (_, at) => `m${at},2026-11-10 09:${String(at % 60).padStart(2, "0")},Y,10,Ann`,
);

async function opened(rows: readonly string[], config = configText) {
  const place = newPlace(rows, config);
  const app = await openPlace(place);
  afterTest(app.close);
  return { place, app };
}

test("all is well: each thing that was looked at, and 0", async () => {
  const { place, app } = await opened(calls);
  await type(["pull"], { app });
  const { exit, out, err } = await type(["doctor"], { app });
  expect([exit, err]).toEqual([0, ""]);
  expect(out).toContain(`✓ Configuration: ${place.configPath}`);
  expect(out).toContain("✓ phones: 40 rows, read 18 Nov 2026, 11:00");
  expect(out).toContain("✓ Slack: no token is set, so the playground opens.");
  expect(out).not.toMatch(/^[!✗]/mu);
});

test.skipIf(!hasPostgres)(
  "the database in use is named in every language, without its user and password",
  async () => {
    const { url, name } = await aDatabase();
    const place = newPlace(calls);
    const app = await openPlace(place, noon, null, url);
    afterTest(app.close);
    const server = `127.0.0.1:${new URL(url).port}`;
    const said: string[] = [];
    for (const words of [["--json"], ...locales.map((locale) => ["--lang", locale])]) {
      const { out } = await type(["doctor", ...words], { app });
      const line = out.split(/\n|","/u).find((each) => each.includes(name));
      expect(line).toContain(server);
      expect(out).not.toMatch(/p@ss|p%40ss|goalpost[:@]|postgres(?:ql)?:\/\//u);
      said.push(line ?? "");
    }
    expect(new Set(said.slice(1)).size).toBe(locales.length);
    const { app: other } = await opened(calls);
    expect((await type(["doctor"], { app: other })).out).not.toMatch(/Database/u);
  },
);

describe("a broken desk", () => {
  test("bad rows are told by file, record, column and reason, as far as they were set aside", async () => {
    const { app } = await opened([...many, "bad,2026-13-40 09:00,Y,10,Ann"]);
    expect((await type(["pull"], { app })).out).toBe(
      "phones: 151 rows, 150 changed, 1 set aside\n",
    );
    const { exit, out } = await type(["doctor"], { app });
    expect(exit).toBe(0);
    expect(out).toContain("! phones: 1 record was set aside.");
    expect(out).toContain('calls.csv, record 151, queued_at: no such date ("2026-13-40 09:00")');
    expect(out).toContain("Next: Correct them in the file");
  });

  test("a file with a header and nothing below it is a warning, and the old records stay", async () => {
    const { place, app } = await opened(calls);
    await type(["pull"], { app });
    writeFileSync(join(place.folder, "calls.csv"), `${header}\n`);
    expect((await type(["pull"], { app })).out).toBe("phones: 0 rows, 0 changed\n");
    expect((await type(["doctor"], { app })).out).toContain(
      "! The last pull of phones was empty; the records from before are used.",
    );
    const answer = await type(["kpi", "answer_rate", "last-week", "--json"], { app });
    expect(JSON.parse(answer.out)).toMatchObject({ sample: 40 });
  });

  test("a pull that was refused is told with what to do, and the old records stay", async () => {
    const { place, app } = await opened(calls);
    await type(["pull"], { app });
    writeFileSync(join(place.folder, "calls.csv"), "id,when,answered,wait,agent\nc1,x,Y,1,Ann\n");
    const pull = await type(["pull"], { app });
    expect([pull.exit, pull.out]).toEqual([1, ""]);
    expect(pull.err).toMatch(/^phones: .*\bat\b.*\n$/u);
    const { exit, out } = await type(["doctor"], { app });
    expect(exit).toBe(1);
    expect(out).toContain("✗ phones: the last pull, 18 Nov 2026, 11:00, failed:");
    expect(out).toContain("The records from before stay and are used.");
    expect(out).toMatch(/^ {2}Next: \S/mu);
    const answer = await type(["kpi", "answer_rate", "last-week", "--json"], { app });
    expect(JSON.parse(answer.out)).toMatchObject({ sample: 40 });
  });

  test("a file that is gone fails the pull, and the doctor after it", async () => {
    const { place, app } = await opened(calls);
    rmSync(join(place.folder, "calls.csv"));
    expect((await type(["pull"], { app })).exit).toBe(1);
    expect((await type(["doctor"], { app })).exit).toBe(1);
  });

  test("data that is too old, a source never read, and nobody named are warnings", async () => {
    const place = newPlace(calls, configText.replace(/^people:.*\n/mu, ""));
    const early = await openPlace(place);
    expect((await type(["doctor"], { app: early })).out).toContain(
      "! phones has not been read yet.\n  Next: Run “goalpost pull phones”.",
    );
    await type(["pull"], { app: early });
    await early.close();
    const late = await openPlace(place, stoppedAt(new Date(noon.now().getTime() + 10_800_000)));
    afterTest(late.close);
    const { exit, out } = await type(["doctor"], { app: late });
    expect(exit).toBe(0);
    expect(out).toContain("! phones is not current: its data reach to 18 Nov 2026, 11:00");
    expect(out).toContain("! Nobody is named under “people:”");
  });

  test("Slack that refuses the token is a fault, with the reason and no token", async () => {
    const { app } = await opened(calls);
    const refusing = {
      ...app,
      checkSlack: async () => {
        throw new AppError("slack_refused", "invalid_auth", { hint: "Copy the bot token anew." });
      },
    };
    const { exit, out } = await type(["doctor"], { app: refusing });
    expect(exit).toBe(1);
    expect(out).toContain("✗ Slack: invalid_auth\n  Next: Copy the bot token anew.");
  });

  test("Slack that answers is named", async () => {
    const { app } = await opened(calls);
    const identity = { bot: "goalpost", workspace: "Acme", missingScopes: [], unknownGroups: [] };
    const answering = { ...app, checkSlack: async () => identity };
    expect((await type(["doctor"], { app: answering })).out).toContain(
      "✓ Slack: signed in as goalpost at Acme.",
    );
  });

  test("a user group that Slack does not know is a warning, with what to do", async () => {
    const { app } = await opened(calls);
    const identity = {
      bot: "goalpost",
      workspace: "Acme",
      missingScopes: [],
      unknownGroups: ["S0GONE"],
    };
    const { exit, out } = await type(["doctor"], {
      app: { ...app, checkSlack: async () => identity },
    });
    expect(exit).toBe(0);
    expect(out).toMatch(/^! Slack does not tell who is in S0GONE.*\n {2}Next: \S/mu);
  });
});

test("findings come as JSON, and in every language", async () => {
  const { app } = await opened(calls);
  const { out } = await type(["doctor", "--json"], { app });
  expect(JSON.parse(out)).toMatchObject({
    kind: "doctor",
    findings: expect.arrayContaining([
      {
        level: "warning",
        text: "phones has not been read yet.",
        details: [],
        next: "Run “goalpost pull phones”.",
      },
    ]),
  });
  const texts = await Promise.all(
    locales.map(async (lang) => (await type(["doctor", "--lang", lang], { app })).out),
  );
  expect(new Set(texts).size).toBe(locales.length);
});

describe("pull", () => {
  test("names what it may read when it is asked for another source", async () => {
    const { app } = await opened(calls);
    expect(await type(["pull", "phone"], { app })).toEqual({
      exit: 1,
      out: "",
      err: "There is no source “phone”. There are: phones.\n",
    });
  });

  test("without sources says how to name one", async () => {
    const { app } = await opened(calls, "workspace: { timezone: UTC }\n");
    expect(await type(["pull"], { app })).toMatchObject({ exit: 1, out: "" });
  });

  test("the same file again changes nothing", async () => {
    const { app } = await opened(calls);
    await type(["pull"], { app });
    expect((await type(["pull"], { app })).out).toBe("phones: 40 rows, 0 changed\n");
  });

  test("shows progress on stderr to a person, and none to a program", async () => {
    const { app } = await opened(calls);
    const watched = await type(["pull"], { app, screen: { watches: true } });
    const silent = await type(["pull"], { app });
    expect(watched.err).toContain("40");
    expect(watched.err.endsWith("\r\u001B[2K")).toBe(true);
    expect(silent.err).toBe("");
    expect(watched.out).toBe("phones: 40 rows, 40 changed\n");
  });

  test.each([
    ["en", ["phones: 43 % read", "phones: 1,200 rows read, the next file 43 %"]],
    ["ko", ["phones: 43% 읽음", "phones: 1,200행 읽음, 다음 파일 43%"]],
    ["ru", ["phones: прочитано 43 %", "phones: прочитано строк: 1 200, следующий файл: 43 %"]],
    ["zh-TW", ["phones：已讀取 43%", "phones：已讀取 1,200 列，下一個檔案 43%"]],
  ])("says in %s how much of a large file is read", async (lang, expected) => {
    const { app } = await opened(calls);
    const pullLarge: TerminalApp["pull"] = async (source, watch) => {
      watch.progress?.({ rows: 0, share: 0.4399, isStoring: false });
      watch.progress?.({ rows: 1_200, share: 0.4399, isStoring: false });
      return await app.pull(source, watch);
    };
    const { err } = await type(["pull", "--lang", lang], {
      app: { ...app, pull: pullLarge },
      screen: { watches: true },
    });
    const shown = err.split("\r\u001B[2K").map((line) => line.replaceAll(/\s/gu, " "));
    expect(shown).toEqual(expect.arrayContaining(expected));
  });

  test("--json tells each source's outcome or fault", async () => {
    const { place, app } = await opened(calls);
    const good = await type(["pull", "--json"], { app });
    expect(JSON.parse(good.out)).toMatchObject({
      kind: "pull",
      sources: [{ source: "phones", outcome: { rows: 40, changed: 40, badRows: 0 }, fault: null }],
    });
    writeFileSync(join(place.folder, "calls.csv"), `${header}\n`);
    rmSync(join(place.folder, "calls.csv"));
    const bad = await type(["pull", "--json"], { app });
    expect(bad.exit).toBe(1);
    expect(JSON.parse(bad.out)).toMatchObject({ sources: [{ source: "phones", outcome: null }] });
  });
});
