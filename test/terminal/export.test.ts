import { readFileSync } from "node:fs";
import { join } from "node:path";
import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import type { App } from "../../src/app.ts";
import { toCsv } from "../../src/reports/scorecard/to-csv.ts";
import { csvRecords, readCsv } from "../fixtures/read-csv.ts";
import { runVerb } from "../../src/terminal/run-verb.ts";
import { sayFailure } from "../../src/terminal/say-failure.ts";
import { afterTest } from "../closing.ts";
import { calls, newPlace, openPlace, type } from "./desk.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import { unzip } from "./unzip.ts";

async function anApp(): Promise<App> {
  const app = await openPlace(newPlace(calls));
  afterTest(app.close);
  await type(["pull"], { app });
  return app;
}

const scorecard = (app: App, ...words: readonly string[]) =>
  type(["export", "scorecard", ...words], { app });

describe("a scorecard as CSV", () => {
  test("has a row for each KPI that has data, with the numbers of the answers", async () => {
    const app = await anApp();
    const { exit, out, err } = await scorecard(app, "last-week", "--csv", "-");
    expect([exit, err]).toEqual([0, ""]);
    expect(out.startsWith("\uFEFFkpi,title,from,to,zone,value,unit,")).toBe(true);
    const rows = csvRecords(out.slice(1));
    // Forty calls, ten of them lost.
    expect(rows.find(({ kpi }) => kpi === "answer_rate")).toMatchObject({
      title: "Answer rate",
      from: "2026-11-09",
      to: "2026-11-15",
      zone: "Europe/Berlin",
      value: "75",
      unit: "percent",
      numerator: "30",
      denominator: "40",
      sample: "40",
      target: "80",
    });
    expect(rows.every(({ value }) => Number.isFinite(Number(value)) && value !== "")).toBe(true);
    expect(rows.some(({ kpi }) => kpi === "csat")).toBe(false);
    for (const { kpi, value } of rows) {
      const [asked] = [await type(["kpi", kpi ?? "", "last-week", "--json"], { app })];
      expect([kpi, JSON.parse(asked.out).value]).toEqual([kpi, Number(value)]);
    }
  });

  test("a row for each segment too, of the KPIs named; words that mean nothing are refused", async () => {
    const app = await anApp();
    const { out } = await scorecard(
      app,
      "kpis:answer_rate,csat",
      "last-week",
      "by",
      "channel",
      "--csv",
      "-",
    );
    expect(
      csvRecords(out.slice(1)).map(({ kpi, channel, value }) => [kpi, channel, value]),
    ).toEqual([
      ["answer_rate", "", "75"],
      ["answer_rate", "phone", "75"],
      ["csat", "", ""],
    ]);
    for (const words of [["next-weak"], ["kpis:nothing"], ["2030"]]) {
      const said = await scorecard(app, ...words, "--csv", "-");
      expect([words, said.exit, said.out]).toEqual([words, 1, ""]);
      expect(said.err).not.toBe("");
    }
    expect((await scorecard(app, "last-week")).exit).toBe(2);
    expect((await scorecard(app, "--csv", "a", "--xlsx", "b")).exit).toBe(2);
  });

  test("single agents are for those who may see them", async () => {
    const app = await anApp();
    const words = ["kpis:answer_rate", "2026-10-01..2026-11-15", "by", "agent", "--csv", "-"];
    expect((await scorecard(app, ...words)).out).toContain("김민수");
    const member = await scorecard(app, ...words, "--as", "U0MEMBER");
    expect([member.exit, member.out]).toEqual([1, ""]);
  });

  test("no text begins as a formula, and every other comes back as it was", () => {
    const unit = oneof(
      constantFrom(
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        "＝",
        "＋",
        "－",
        "＠",
        "\u00A0",
        " ",
        '"',
        ",",
      ),
      string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
    );
    assert(
      property(array(string({ unit, maxLength: 8 }), { minLength: 1, maxLength: 3 }), (texts) => {
        const csv = toCsv({ columns: texts.map((_, at) => `c${at}`), rows: [texts] });
        const [, row = []] = readCsv(csv.slice(1));
        for (const [at, cell] of row.entries()) {
          for (const line of cell.split(/\r\n|\r|\n/u))
            expect(line).not.toMatch(/^[\s\u00A0]*[=+\-@＝＋－＠]/u);
          const isHarmless = !/(?:^|\r|\n)\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(texts[at] ?? "");
          expect(isHarmless && cell !== texts[at]).toBe(false);
        }
      }),
    );
  });

  test("numbers stay numbers, whatever their sign", () => {
    expect(
      toCsv({ columns: ["a", "b", "c", "d"], rows: [[-1.5, 0, null, { percent: 71.25 }]] }),
    ).toBe("\uFEFFa,b,c,d\r\n-1.5,0,,71.25\r\n");
  });
});

test("/kpi export in the terminal writes the file where one stands, and never over another", async () => {
  const app = await anApp();
  const folder = newFolder();
  const ask = async (...words: readonly string[]) => {
    const printed = { out: "", err: "" };
    const options = { json: false, at: null, as: null, lang: null, folder };
    const screen = {
      stdout: (text: string) => void (printed.out += text),
      stderr: (text: string) => void (printed.err += text),
      watches: false,
      color: false,
    };
    try {
      const exit = await runVerb(app, ["kpi", "export", ...words], options, screen);
      return { exit, ...printed };
    } catch (error) {
      return { exit: sayFailure(error, "en", screen), ...printed };
    }
  };
  const first = await ask("kpis:answer_rate", "last-week", "csv");
  const path = join(folder, "scorecard_2026-11-09_2026-11-15.csv");
  expect(first).toEqual({
    exit: 0,
    out: `Scorecard, 9–15 Nov 2026, last week: written to ${path}. The file has 1 row, with numbers as numbers and times in seconds.\n`,
    err: "",
  });
  expect(csvRecords(readFileSync(path, "utf8").slice(1))).toMatchObject([{ value: "75" }]);
  const again = await ask("answer_rate", "last-week", "csv");
  expect([again.exit, again.out]).toEqual([1, ""]);
  expect(again.err).toContain("is there already");
  const none = await ask("2030");
  expect([none.exit, none.out]).toEqual([1, ""]);
});

test("a workbook has numbers as numbers, and shares in percent", async () => {
  const app = await anApp();
  const file = join(newFolder(), "card.xlsx");
  const said = await scorecard(app, "kpis:answer_rate,asa", "last-week", "--xlsx", file);
  expect(said).toEqual({ exit: 0, out: `2 rows written to ${file}\n`, err: "" });
  const files = unzip(readFileSync(file));
  const sheet = [...files].find(([name]) => name.endsWith("worksheets/sheet1.xml"))?.[1] ?? "";
  const shared = [
    ...(files.get("xl/sharedStrings.xml") ?? "").matchAll(/<si>.*?<t[^>]*>([^<]*)<\/t>/gu),
  ].map(([, text]) => text);
  const cells = new Map(
    [...sheet.matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(.*?)<\/c>/gu)].map(([, at, more, inner]) => {
      const raw = /<(?:v|t)[^>]*>([^<]*)</u.exec(inner ?? "")?.[1] ?? "";
      const kind = /t="(\w+)"/u.exec(more ?? "")?.[1] ?? "n";
      return [
        at!,
        {
          value: kind === "s" ? shared[Number(raw)] : raw,
          kind,
          style: /s="(\d+)"/u.exec(more ?? "")?.[1],
        },
      ];
    }),
  );
  const columns = new Map(
    Array.from("ABCDEFGHIJKLMNO").map((letter) => [cells.get(`${letter}1`)?.value, letter]),
  );
  const cell = (column: string, row: number) => cells.get(`${columns.get(column)}${row}`);
  expect(cell("value", 2)).toMatchObject({ value: "0.75", kind: "n" });
  expect(cell("numerator", 2)).toMatchObject({ value: "30", kind: "n" });
  expect(cell("title", 2)).toMatchObject({ value: "Answer rate" });
  expect(cell("title", 2)?.kind).not.toBe("n");
  // Thirty handled calls waited 20 + 1 … s, every fourth being lost.
  const waits = Array.from({ length: 40 }, (_, at) => at)
    .filter((at) => at % 4 !== 0)
    .map((at) => 20 + at);
  const mean = waits.reduce((sum, each) => sum + each, 0) / waits.length;
  expect(Number(cell("value", 3)?.value)).toBeCloseTo(mean, 9);
  const styles = files.get("xl/styles.xml") ?? "";
  const percent = /numFmtId="(\d+)" formatCode="0\.0%"/u.exec(styles)?.[1];
  const formats = [
    ...(/<cellXfs.*?<\/cellXfs>/su.exec(styles)?.[0] ?? "").matchAll(/<xf\b([^>]*)>/gu),
  ].map(([, more]) => /numFmtId="(\d+)"/u.exec(more ?? "")?.[1]);
  expect(percent).toBeDefined();
  expect(formats[Number(cell("value", 2)?.style)]).toBe(percent);
  expect(formats[Number(cell("value", 3)?.style ?? 0)]).not.toBe(percent);
});
