import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type } from "./desk.ts";
import { pulled } from "./pulled.ts";

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
