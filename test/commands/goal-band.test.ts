import { expect, test } from "vitest";
import { readBand, type BandScale } from "../../commands/goal-band.ts";
import type { FormValues } from "../../commands/command.ts";
import { goal } from "../../commands/goal.ts";
import { oddsOf } from "../../goals/odds.ts";
import { isMet, stateOf } from "../../goals/progress.ts";
import { locales, type Locale } from "../../src/i18n/locale.ts";
import { aGoal } from "../fixtures/goal.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";
import { sendGoal } from "./send-goal.ts";

const occupancy: BandScale = { unit: "percent", baseline: 80, direction: "keep", towards: null };
const wait: BandScale = { ...occupancy, unit: "seconds", baseline: 7_200 };

test.each<[string, Locale]>([
  ["70–85 %", "en"],
  ["70 % - 85 %", "en"],
  ["between 70 and 85 %", "en"],
  ["from 70 to 85", "en"],
  ["70..85", "en"],
  ["70~85%", "ko"],
  ["70에서 85 사이", "ko"],
  ["70%에서 85%까지", "ko"],
  ["от 70 до 85 %", "ru"],
  ["между 70 и 85", "ru"],
  ["70 到 85 之間", "zh-TW"],
  ["介於 70% 與 85% 之間", "zh-TW"],
  ["٧٠–٨٥ ٪", "en"],
])("%s is a band, in %s", (text, locale) => {
  expect(readBand(text, occupancy, locale)).toEqual({ low: 70, high: 85 });
});

test("the unit may stand behind the second end alone", () => {
  expect(readBand("2–4 h", wait, "en")).toEqual({ low: 7_200, high: 14_400 });
});

test.each(["80 %", "-5", "+5pp", "7 of 10", "10개 중에서 7개", "2h30", "many to more", "", "-"])(
  "%j is none",
  (text) => {
    expect(readBand(text, occupancy, "en")).toBeNull();
  },
);

test.each<[string, Partial<BandScale>, string]>([
  ["70–85", { direction: "reach" }, "band_reach"],
  ["70–85", { towards: "up" }, "band_sided"],
  ["85–70", {}, "band_order"],
  ["70–70", {}, "band_order"],
  ["70–120", {}, "out_of_range"],
])("%s is refused: %o", (text, change, fault) => {
  expect(readBand(text, { ...occupancy, ...change }, "en")).toMatchObject({ fault });
});

const banded = aGoal({ direction: "keep", target: 70, upTo: 85, deadline: "2026-12-31" });

test("it holds between both ends, the ends included", () => {
  const held = [69.9, 70, 80, 85, 85.1].map((value) => isMet(banded, value));
  expect(held).toEqual([false, true, true, true, false]);
  const at = { measuredTo: "2026-11-16", today: "2026-11-18" } as const;
  const states = [69, 80, 86].map((value) => stateOf(banded, { value, ...at }));
  expect(states).toEqual(["behind", "on_track", "behind"]);
});

test("its odds are those of both ends held at once: never better than of either", () => {
  const weeks = [78, 81, 76, 84, 79, 82, 77, 83, 80, 78, 82, 79];
  const above = oddsOf(weeks, { ...banded, upTo: undefined! }, 6)!;
  const below = oddsOf(weeks, { direction: "keep", towards: "down", target: 85 }, 6)!;
  const both = oddsOf(weeks, banded, 6)!;
  expect(both).toBeLessThanOrEqual(Math.min(above, below));
  // A way on is lost at one end or at the other.
  expect(both).toBeGreaterThanOrEqual(above + below - 1 - 1e-9);
  expect(
    oddsOf(
      Array.from({ length: 12 }, () => 90),
      banded,
      6,
    ),
  ).toBe(0);
});

/** It is 18 November 2026; 100 tickets came last week. */
const tickets = ticketsOn("2026-11-10", 100, 70);
const good: FormValues = {
  kpi: "ticket_volume",
  target: "90–120",
  direction: "keep",
  deadline: "2026-12-31",
  owner: "U0OWNER",
  why: "Nobody should wait for want of people.",
  accept: "It is right",
};
const send = async (change: FormValues, locale: Locale) => {
  const { desk } = await deskOver({ tickets });
  const asker = anAsker({ locale });
  return {
    desk,
    asker,
    sent: await sendGoal({ state: "s1" }, { ...good, ...change }, desk, asker),
  };
};

test.each(locales)("a neutral KPI is kept within a band, and shown so: %s", async (locale) => {
  const { desk, asker, sent } = await send({}, locale);
  expect(sent).toMatchObject({ ok: true, reply: { refused: false } });
  expect(await desk.goals.list()).toMatchObject([{ target: 90, upTo: 120, direction: "keep" }]);
  const shown = await goal.run("show g1", asker, desk);
  if (shown.kind !== "goals") throw new Error("no goals");
  expect(shown.cards).toMatchObject([
    { state: "on_track", target: 90, upTo: 120, steps: [], targetText: "90 – 120" },
  ]);
  expect(shown.cards[0]?.sentence).toContain("90 – 120");
  const edit = await goal.run("edit g1", asker, desk);
  if (edit.kind !== "form") throw new Error("no form");
  const values = Object.fromEntries(edit.fields.map(({ id, initial }) => [id, initial]));
  const changed = await goal.submit!(edit.state, { ...values, severity: "low" }, asker, desk);
  expect(changed.ok).toBe(true);
  expect(await desk.goals.list()).toMatchObject([{ target: 90, upTo: 120, severity: "low" }]);
});

test.each(locales)(
  "one value of a neutral KPI cannot be kept, and a band is offered: %s",
  async (l) => {
    const { sent } = await send({ target: "100" }, l);
    expect(sent.ok ? "" : sent.errors["target"]).toContain("70–85");
    const { sent: reached } = await send({ direction: "reach" }, l);
    expect(reached.ok ? [] : Object.keys(reached.errors)).toEqual(["target"]);
  },
);
