import { afterAll, beforeAll, expect, test } from "vitest";
import type { KpiId } from "../../src/kpis/index.ts";
import type { OptionValue } from "../../src/kpis/options.ts";
import type { Window } from "../../src/periods/period.ts";
import type { RecordStore } from "../../src/records/store.ts";
import { storeOf } from "../records/store-of.ts";
import { type ByHand, disagreements, isIn, shareByHand } from "./by-hand.ts";
import { type SurveyRow, surveys, windows } from "./desk.ts";
import { measured } from "./measured.ts";

let store: RecordStore;
beforeAll(async () => {
  store = await storeOf({ surveys: surveys.map((row) => ({ ...row })) }, "Europe/Berlin");
});
afterAll(() => store.close());

type Rating = "latest" | "first" | "every";

const answersIn = (kind: SurveyRow["kind"], window: Window, rating: Rating = "every") =>
  surveys.filter(
    (row) =>
      row.kind === kind &&
      row.score !== null &&
      isIn(row.answered_at, window) &&
      (rating === "every" || isRatingOf(row, rating)),
  );

/** Of one ticket's answers, in whatever week, only the first or the latest. */
function isRatingOf(row: SurveyRow, rating: Exclude<Rating, "every">): boolean {
  if (row.ticket === null) return true;
  const others = surveys.filter(
    ({ kind, ticket, score, answered_at: at }) =>
      kind === row.kind && ticket === row.ticket && score !== null && at !== null,
  );
  const inOrder = others.toSorted(
    (a, b) => +a.answered_at! - +b.answered_at! || (a.id < b.id ? -1 : 1),
  );
  return inOrder.at(rating === "first" ? 0 : -1) === row;
}

/** The score turned so that high is good, and its place on the scale counted from 1. */
function placed({ score, scale_low: low, scale_high: high, high_is_good: isUp }: SurveyRow) {
  if (score === null || low === null || high === null) return null;
  const good = isUp === false ? low + high - score : score;
  return { points: high - low + 1, place: good - low + 1, good };
}

const defaults: Readonly<Record<number, readonly number[]>> = {
  2: [2],
  3: [3],
  5: [4, 5],
  7: [6, 7],
  10: [9, 10],
};

function satisfied(
  kind: "csat" | "esat",
  window: Window,
  map: Readonly<Record<number, readonly number[]>> = defaults,
  rating: Rating = kind === "csat" ? "latest" : "every",
): ByHand {
  const valid = answersIn(kind, window, rating).filter((row) => (placed(row)?.points ?? -1) in map);
  return shareByHand(valid, (row) => {
    const { points, place } = placed(row)!;
    return map[points]!.includes(place);
  });
}

function netPromoters(kind: "nps" | "esat", window: Window, from: number | null = null): ByHand {
  let net = 0;
  let all = 0;
  for (const { score, scale_low: low, scale_high: high } of answersIn(kind, window)) {
    if (from !== null && low !== from) continue;
    if (score === null || score < 0 || score > 10 || (high !== null && high !== 10)) continue;
    all += 1;
    if (score >= 9) net += 1;
    else if (score <= 6) net -= 1;
  }
  return { value: all === 0 ? null : (100 * net) / all, sample: all };
}

const easy: Readonly<Record<number, readonly number[]>> = { 5: [4, 5], 7: [5, 6, 7] };

const directed = (window: Window, rating: Rating = "latest"): SurveyRow[] =>
  answersIn("ces", window, rating).filter(
    (row) => row.high_is_good !== null && (placed(row)?.points ?? -1) in easy,
  );

function effortIndex(window: Window, rating?: Rating): ByHand {
  const rows = directed(window, rating);
  const share = (places: Readonly<Record<number, readonly number[]>>): number =>
    rows.filter((row) => places[placed(row)!.points]!.includes(placed(row)!.place)).length /
    rows.length;
  if (rows.length === 0) return { value: null, sample: 0 };
  const index = share({ 5: [4, 5], 7: [6, 7] }) - share({ 5: [1, 2], 7: [1, 2, 3] });
  return { value: 100 * index, sample: rows.length };
}

type Case = readonly [KpiId, Readonly<Record<string, OptionValue>>, (window: Window) => ByHand];

const cases: readonly Case[] = [
  ["csat", {}, (w) => satisfied("csat", w)],
  [
    "csat",
    { satisfied: { 5: [3, 4, 5] } },
    (w) => satisfied("csat", w, { ...defaults, 5: [3, 4, 5] }),
  ],
  ["esat", {}, (w) => satisfied("esat", w)],
  [
    "esat",
    { satisfied: { 5: [5], 10: [8, 9, 10] } },
    (w) => satisfied("esat", w, { ...defaults, 5: [5], 10: [8, 9, 10] }),
  ],
  ["esat", { stat: "enps" }, (w) => netPromoters("esat", w)],
  ["nps", {}, (w) => netPromoters("nps", w)],
  ["nps", { scale: "from_0" }, (w) => netPromoters("nps", w, 0)],
  ["nps", { scale: "from_1" }, (w) => netPromoters("nps", w, 1)],
  [
    "ces",
    { stat: "share" },
    (w) =>
      shareByHand(directed(w), (row) => easy[placed(row)!.points]!.includes(placed(row)!.place)),
  ],
  ["ces", { stat: "index" }, effortIndex],
  ...(["first", "every"] as const).flatMap((rating): readonly Case[] => [
    ["csat", { rating }, (w) => satisfied("csat", w, defaults, rating)],
    ["ces", { stat: "index", rating }, (w) => effortIndex(w, rating)],
  ]),
];

test.each(cases)(
  "%s %j agrees with a plain loop over the answers",
  async (kpi, options, byHand) => {
    const rows = await measured(store, kpi, { windows, options, zone: "Europe/Berlin" });
    expect(disagreements(rows, windows, byHand)).toEqual([]);
  },
);

test.each(["csat", "esat", "ces"] as const)(
  "%s has a mean where all answers share one scale, and none where they do not",
  async (kpi) => {
    const fivePoint = surveys.filter((row) => row.scale_low === 1 && row.scale_high === 5);
    const uniform = await storeOf(
      { surveys: fivePoint.map((row) => ({ ...row, ticket: null })) },
      "UTC",
    );
    const asked = { windows: [windows[3]], options: { stat: "mean" } };
    const [alike] = await measured(uniform, kpi, asked);
    const [mixed] = await measured(store, kpi, asked);
    await uniform.close();
    const scores = fivePoint
      .filter(
        (row) =>
          row.kind === kpi &&
          row.score !== null &&
          isIn(row.answered_at, windows[3]) &&
          (kpi !== "ces" || row.high_is_good !== null),
      )
      .map((row) => placed(row)!.good);
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    expect(alike?.value).toBeCloseTo(mean, 9);
    expect(mixed?.sample).toBeGreaterThan(0);
    expect(mixed?.value).toBeNull();
  },
);

test("answers on a scale without a rule are left out and counted", async () => {
  const [row] = await measured(store, "csat", { windows: [windows[3]] });
  const unmapped = answersIn("csat", windows[3], "latest").filter(
    (each) => !((placed(each)?.points ?? -1) in defaults),
  );
  expect(unmapped.length).toBeGreaterThan(0);
  expect(row?.notes["unmapped_scale"]).toBe(unmapped.length);
});

test("effort surveys that do not say which end is easy are left out and counted", async () => {
  const [row] = await measured(store, "ces", { windows: [windows[3]] });
  const undirected = answersIn("ces", windows[3], "latest").filter(
    (each) => each.high_is_good === null,
  );
  expect(row?.notes["direction_unknown"]).toBe(undirected.length);
});
