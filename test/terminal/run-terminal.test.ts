import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { ConfigError } from "../../src/config/fault.ts";
import { AppError } from "../../src/errors.ts";
import { locales } from "../../src/i18n/locale.ts";
import { calls, configText, newPlace, openPlace, type } from "./desk.ts";

test("a name with signs that markup uses is asked for as it is written", async () => {
  const config = configText.replace("agent: agent", "team: agent");
  const rows = calls.map((row) => row.replace(/Ann$/u, "R&D <x>").replace(/김민수$/u, "R&amp;D"));
  const place = newPlace(rows, config);
  expect(await type(["pull"], { place })).toMatchObject({ exit: 0 });
  for (const team of ["R&D <x>", "R&amp;D"]) {
    const words = ["kpi", "answer_rate", "last-week", `team:"${team.toLowerCase()}"`];
    const { out } = await type([...words, "--json"], { place });
    expect(JSON.parse(out)).toMatchObject({ sample: 20, segments: [] });
  }
});

describe("what needs no data", () => {
  test("help names every command, verb and option, in every language", async () => {
    for (const lang of locales) {
      const { exit, out } = await type(["help", "--lang", lang]);
      expect(exit).toBe(0);
      for (const word of ["kpi", "goal", "digest", "pull", "doctor", "manifest", "config"]) {
        expect(out).toContain(`  ${word} `);
      }
      for (const option of ["--json", "--at", "--config", "--data", "--as", "--lang"]) {
        expect(out).toContain(option);
      }
    }
    expect((await type(["--help"])).out).toBe((await type(["help"])).out);
  });

  test("version, manifest and config print what they are asked for", async () => {
    for (const argv of [["version"], ["--version"], ["kpi", "--version"]]) {
      expect(await type(argv)).toEqual({ exit: 0, out: "1.2.3\n", err: "" });
    }
    expect((await type(["manifest"])).out).toBe("manifest for sockets\n");
    expect((await type(["manifest", "--http", "https://bot.example.com/"])).out).toBe(
      "manifest for https://bot.example.com\n",
    );
    expect((await type(["config", "schema"])).out).toBe("{}\n");
    expect((await type(["config", "example"])).out).toBe("workspace: {}\n");
    expect((await type(["config", "check"])).out).toBe("The configuration is valid: here.\n");
  });
});

describe("wrong use ends with 2 and says how it is right", () => {
  test.for([
    [["kpy", "fcr"], "There is no command “kpy”. Did you mean “kpi”?"],
    [["doctr"], "There is no command “doctr”. Did you mean “doctor”?"],
    [["config", "exmaple"], "takes schema, example or check. Did you mean “example”?"],
    [["config"], "“goalpost config” takes schema, example or check."],
    [
      ["kpi", "fcr", "--jsn"],
      "The option --jsn is unknown, or its value is missing or not allowed. Did you mean “--json”?",
    ],
    [["kpi", "fcr", "--at"], "The option --at is unknown"],
    [["kpi", "fcr", "--json=yes"], "The option --json is unknown"],
    [["kpi", "fcr", "--lang", "de"], "The option --lang is unknown"],
    [["-x"], "The option -x is unknown"],
    [["manifest", "--http", "http://bot.example.com"], "--http takes an https address"],
    [["\u001B[31mkpi\u202E"], "There is no command “[31mkpi”."],
  ] as const)("%j", async ([argv, expected]) => {
    const { exit, out, err } = await type([...argv]);
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toContain(expected);
    expect(err.split("\n")).toHaveLength(2);
  });

  test("an instant nobody can read", async () => {
    const place = newPlace(calls);
    for (const at of ["2026-02-30", "yesterday", "2026-11-16T25:00", "16.11.2026", ""]) {
      const { exit, err } = await type(["kpi", "fcr", "--at", at], { place });
      expect([at, exit]).toEqual([at, 2]);
      expect(err).toContain("--at takes a day or an instant");
    }
  });
});

const failing = async (error: unknown) =>
  await type(["kpi", "fcr"], {
    more: {
      openApp: async () => {
        throw error;
      },
    },
  });

describe("failures become words", () => {
  test("a bad configuration ends with 78 and prints every fault", async () => {
    const fault = {
      file: "goalpost.yml",
      line: 1,
      path: "a",
      expected: "b",
      found: null,
      hint: null,
    };
    const { exit, out, err } = await failing(new ConfigError([fault, { ...fault, line: 2 }]));
    expect({ exit, out }).toEqual({ exit: 78, out: "" });
    expect(err).toBe(
      "goalpost.yml:1 a: expected b, found nothing.\ngoalpost.yml:2 a: expected b, found nothing.\n",
    );
  });

  test("a folder that is held ends with 1, on one line with its hint", async () => {
    const error = new AppError("data_folder_busy", "The data folder is held", { hint: "Stop it." });
    expect(await failing(error)).toEqual({
      exit: 1,
      out: "",
      err: "The data folder is held. Stop it.\n",
    });
  });

  test("a defect says so, without a stack trace and without a token", async () => {
    const { exit, err } = await failing(
      new TypeError("x is not a function xoxb-12-planted\n at y"),
    );
    expect(exit).toBe(1);
    expect(err).toBe(
      "Something went wrong inside Goalpost: x is not a function … at y. Please report it with the command that was typed.\n",
    );
  });
});

describe("where no data were ever read", () => {
  test("a question names the folder that is not there, and makes none", async () => {
    const place = newPlace(calls);
    const nowhere = join(place.folder, "dta");
    for (const argv of [["kpi", "fcr"], ["goal", "list"], ["doctor"]]) {
      const { exit, out, err } = await type([...argv, "--data", nowhere], { place });
      expect([exit, out]).toEqual([1, ""]);
      expect(err).toBe(
        `There is no data folder ${nowhere}. See how it is spelled; “goalpost pull” with the same --data makes a new one.\n`,
      );
    }
    expect(existsSync(nowhere)).toBe(false);
    const fresh = { ...place, data: nowhere };
    expect((await type(["pull", "--data", nowhere], { place: fresh })).exit).toBe(0);
    const words = ["kpi", "answer_rate", "last-week", "--data", nowhere];
    expect((await type(words, { place: fresh })).out).toContain("75.0 %");
  });

  test("a question in the folder that is configured says what to run first", async () => {
    const place = newPlace(calls);
    const { exit, out } = await type(["kpi", "answer_rate"], { place });
    expect(exit).toBe(0);
    expect(out).toContain("No source has delivered anything for “Calls” yet.\n“goalpost doctor”");
    expect(out).toContain("“goalpost pull” reads them.");
  });
});

const pulled = async () => {
  const place = newPlace(calls);
  expect(await type(["pull"], { place })).toEqual({
    exit: 0,
    out: "phones: 40 rows, 40 changed\n",
    err: "",
  });
  return place;
};

describe("a question over real records", () => {
  test("is answered as text", async () => {
    const place = await pulled();
    const { exit, out, err } = await type(["kpi", "answer_rate", "last-30-days", "by", "agent"], {
      place,
    });
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    // 30 of 40: every fourth is lost; they are all Ann's, so 10 of her 20 and all of 민수's.
    expect(out).toContain("75.0 %  30 of 40");
    expect(out).toMatch(/^Target +80 %: missed, −5\.0 pp/mu);
    expect(out).toMatch(/^Ann {2,}50\.0 % +29\.9 % – 70\.1 % +20$/mu);
    expect(out).toMatch(/^김민수 {2,}100\.0 % +83\.9 % – 100\.0 % +20$/mu);
    expect(out).toContain("Data of phones");
  });

  test("is cut into the days that were asked for, in text and in JSON of the same shape", async () => {
    const place = await pulled();
    const words = ["kpi", "answer_rate", "last-week", "by", "day"];
    const { out } = await type(words, { place });
    // Eight calls a day from Monday to Friday, two of them lost; none at the weekend.
    const rows = out.split("\n").filter((line) => /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/u.test(line));
    expect(rows.map((row) => row.replace(/,? (\d+) Nov 2026 +/u, " $1: "))).toEqual([
      expect.stringMatching(/^Mon 9: 75[.0]* % +8$/u),
      expect.stringMatching(/^Tue 10: 75[.0]* % +8$/u),
      expect.stringMatching(/^Wed 11: 75[.0]* % +8$/u),
      expect.stringMatching(/^Thu 12: 75[.0]* % +8$/u),
      expect.stringMatching(/^Fri 13: 75[.0]* % +8$/u),
      expect.stringMatching(/^Sat 14: No data +0$/u),
      expect.stringMatching(/^Sun 15: No data +0$/u),
    ]);
    const json: unknown = JSON.parse((await type([...words, "--json"], { place })).out);
    const { series } = answerShape.parse(json);
    expect(series.map(({ value, sample }) => [value, sample])).toEqual([
      ...Array.from({ length: 5 }, () => [75, 8]),
      [null, 0],
      [null, 0],
    ]);
    expect(series[0]?.from).toBe("2026-11-08T23:00:00.000Z");
    expect((await type(["kpi", "answer_rate", "last-week"], { place })).out).not.toContain("Sat");
  });

  test("is answered as exactly the JSON the design names", async () => {
    const place = await pulled();
    const { exit, out } = await type(
      ["kpi", "answer_rate", "last-week", "by", "team", "channel:phone", "--json"],
      { place },
    );
    expect(exit).toBe(0);
    const answer: unknown = JSON.parse(out);
    expect(out).toBe(`${JSON.stringify(answer)}\n`);
    expect(answerShape.safeParse(answer).error?.issues).toBeUndefined();
    expect(Object.keys(answer as object)).toEqual(
      "kpi definition period where value unit numerator denominator sample variants interval reason comparison target guardrails segments series freshness warnings".split(
        " ",
      ),
    );
    expect(answer).toMatchObject({
      kpi: "answer_rate",
      period: {
        from: "2026-11-08T23:00:00.000Z",
        to: "2026-11-15T23:00:00.000Z",
        zone: "Europe/Berlin",
        complete: true,
      },
      where: { channel: { in: ["phone"] } },
      value: 75,
      unit: "percent",
      numerator: 30,
      denominator: 40,
      sample: 40,
      reason: null,
    });
  });

  test("without records says why, with every key in its place", async () => {
    const place = await pulled();
    const { exit, out } = await type(["kpi", "answer_rate", "2020", "--json"], { place });
    const answer: unknown = JSON.parse(out);
    expect(exit).toBe(0);
    expect(answerShape.safeParse(answer).error?.issues).toBeUndefined();
    expect(answer).toMatchObject({ value: null, numerator: 0, denominator: 0, sample: 0 });
    expect((answer as { reason: { code: string } }).reason.code).not.toBe("");
  });

  test("counts its periods from --at, and sees nothing later", async () => {
    const place = await pulled();
    const valueAt = async (at: string) => {
      const { out } = await type(["kpi", "answer_rate", "this-week", "--json", "--at", at], {
        place,
      });
      return (JSON.parse(out) as { denominator: number | null }).denominator;
    };
    // Eight calls a day from Monday to Friday.
    expect(await valueAt("2026-11-10")).toBe(8);
    expect(await valueAt("2026-11-12T00:00")).toBe(24);
    expect(await valueAt("2026-11-11T23:00:00Z")).toBe(24);
    expect(await valueAt("2026-11-13T00:00:00+01:00")).toBe(32);
  });

  test("that nobody understands is refused on one line, with 1", async () => {
    const place = await pulled();
    const { exit, out, err } = await type(["kpi", "answr_rate"], { place });
    expect({ exit, out }).toEqual({ exit: 1, out: "" });
    expect(err).toContain("goalpost kpi answer_rate");
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  test("may hold words that begin with a dash, behind --", async () => {
    const place = await pulled();
    const { exit, err } = await type(["kpi", "--", "--json"], { place });
    expect([exit, err.includes("--json is unknown")]).toEqual([1, false]);
  });

  test("answers in the language that is asked for", async () => {
    const place = await pulled();
    const { out } = await type(["kpi", "answer_rate", "last-week", "--lang", "ko"], { place });
    expect(out).toMatch(/\p{Script=Hangul}/u);
  });
});

describe("--as", () => {
  test("a member who is no lead may ask, and may not set a goal", async () => {
    const place = await pulled();
    const app = await openPlace(place);
    const words = [
      "goal",
      "kpi:answer_rate",
      "target:90",
      "deadline:2026-12-31",
      "owner:U0LEAD",
      "why:Fewer lost calls",
      // There is no week to compare with.
      "accept:We begin to count now",
    ];
    const member = await type([...words, "--as", "U0MEMBER"], { app, place });
    const lead = await type([...words, "--as", "U0LEAD"], { app, place });
    await app.close();
    expect(member.exit).toBe(1);
    expect([lead.exit, lead.err]).toEqual([0, ""]);
  });
});

const instant = z.iso.datetime();
const number = z.number().nullable();
const remark = z.strictObject({ code: z.string(), text: z.string().min(1) });
const period = z.strictObject({
  label: z.string(),
  from: instant,
  to: instant,
  zone: z.string(),
  complete: z.boolean(),
});
const interval = z
  .strictObject({ low: z.number(), high: z.number(), level: z.literal(0.95) })
  .nullable();
const verdict = z.enum(["better", "worse", "same", "noise"]).nullable();

/** Section 3 of the design, written down once more. */
const answerShape = z.strictObject({
  kpi: z.string(),
  definition: z.string().regex(/^\w+@\d+$/u),
  period,
  where: z.record(
    z.string(),
    z.union([
      z.strictObject({ in: z.array(z.string()) }),
      z.strictObject({ not_in: z.array(z.string()) }),
    ]),
  ),
  value: number,
  unit: z.enum(["percent", "seconds", "count", "points", "score", "money", "ratio", "per_hour"]),
  numerator: number,
  denominator: number,
  sample: z.int().min(0),
  variants: z.record(z.string(), number),
  interval,
  reason: remark.nullable(),
  comparison: z.strictObject({ period, value: number, change: number, verdict }).nullable(),
  target: z
    .strictObject({
      value: z.number(),
      from: z.enum(["config", "goal", "default"]),
      gap: number,
      verdict: z.enum(["met", "missed"]).nullable(),
    })
    .nullable(),
  guardrails: z.array(z.strictObject({ kpi: z.string(), value: number, verdict })),
  segments: z.array(
    z.strictObject({
      key: z.record(z.string(), z.string().nullable()),
      value: number,
      numerator: number,
      denominator: number,
      sample: z.int().min(0),
      variants: z.record(z.string(), number),
      interval,
    }),
  ),
  series: z.array(
    z.strictObject({ from: instant, to: instant, value: number, sample: z.int().min(0) }),
  ),
  freshness: z.array(
    z.strictObject({
      source: z.string(),
      asOf: instant.nullable(),
      state: z.enum(["fresh", "late", "stale"]),
    }),
  ),
  warnings: z.array(remark),
});
