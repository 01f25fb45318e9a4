import { expect, test } from "vitest";
import { stoppedAt } from "../../src/clock.ts";
import { lines } from "./pulling.ts";
import { stores } from "./stores.ts";
import { opened, phones, header, good, many } from "./phones.ts";

/** Ten calls a weekday for nine weeks, but on the last whole day, Sunday 15 November, `last` of them. */
const sundays = (last: number): string[] =>
  Array.from({ length: 9 }, (_, weeks) => {
    const day = new Date(Date.UTC(2026, 10, 15 - 7 * weeks)).toISOString().slice(0, 10);
    return Array.from({ length: weeks === 0 ? last : 10 + (weeks % 3) }, (_, at) =>
      good(weeks * 100 + at, { at: `${day}T10:00:00Z` }),
    );
  }).flat();

test.each([
  [2, { code: "few", kind: "calls", day: "2026-11-15", count: 2, usual: 11 }],
  // As few come by chance, once or twice in a hundred days.
  [4, null],
  [33, null],
  [34, { code: "many", kind: "calls", day: "2026-11-15", count: 34, usual: 11 }],
])("a last whole day of %i records where 11 are usual is kept, and %o", async (last, odd) => {
  const desk = await opened();
  desk.write("a.csv", lines(header, ...sundays(last)));
  await desk.pull(phones);
  expect(await desk.records.sourceStates()).toMatchObject([{ odd }]);
  expect(await desk.held("calls")).toHaveLength(last + sundays(0).length);
});

test("what comes in waves, as a survey of all employees does, is not judged", async () => {
  const desk = await opened();
  const wave = Array.from({ length: 50 }, (_, at) => `e${at},esat,2026-11-13T10:00:00Z,4`);
  const daily = Array.from({ length: 9 }, (_, weeks) =>
    Array.from({ length: 12 }, (_, at) => {
      const day = new Date(Date.UTC(2026, 10, 13 - 7 * weeks)).toISOString().slice(0, 10);
      return `c${weeks}-${at},csat,${day}T10:00:00Z,5`;
    }),
  ).flat();
  desk.write("a.csv", lines("id,kind,at,score", ...daily, ...wave));
  const answers = { id: "id", kind: "kind", answered_at: "at", score: "score" };
  await desk.pull({ records: { surveys: { ...answers, scale: { value: [1, 5] } } } });
  expect(await desk.records.sourceStates()).toMatchObject([{ odd: null, rows: 158 }]);
});

test("an empty export after a full one is kept out and told, until a full one comes", async () => {
  const desk = await opened();
  desk.write("a.csv", lines(header, ...many(1, 5)));
  await desk.pull(phones);
  const [full] = await desk.records.sourceStates();
  expect(full!.odd).toBeNull();
  desk.write("a.csv", lines(header));
  await desk.pull(phones);
  // Nothing came, so the data reach no further than before.
  expect(await desk.records.sourceStates()).toMatchObject([
    { odd: { code: "empty" }, asOf: full!.asOf },
  ]);
  expect(await desk.held("calls")).toHaveLength(5);
  desk.write("a.csv", lines(header, ...many(1, 6)));
  await desk.pull(phones);
  expect(await desk.records.sourceStates()).toMatchObject([{ odd: null }]);
});

/** Office hours of nine weeks of Berlin; on Friday the source told them by another clock. */
const officeHours = (movedBy: number): string[] =>
  Array.from({ length: 63 }, (_, ago) => {
    const day = new Date(Date.UTC(2026, 10, 15 - ago)).toISOString().slice(0, 10);
    // The clocks went back on 25 October.
    const ahead = day < "2026-10-25" ? 2 : 1;
    return Array.from({ length: 135 }, (__, at) => {
      const hour = 9 + (at % 9) - ahead + (ago === 2 ? movedBy : 0);
      return good(ago * 1_000 + at, { at: `${day}T${String(hour).padStart(2, "0")}:10:00Z` });
    });
  }).flat();

test.each(stores)(
  "on %s a day at other hours is told, a change of the clocks is not",
  async (on) => {
    for (const [by, odd] of [
      [0, null],
      [1, { code: "shifted", kind: "calls", day: "2026-11-13", hours: 1 }],
      [-2, { code: "shifted", kind: "calls", day: "2026-11-13", hours: -2 }],
    ] as const) {
      const desk = await opened({ zone: "Europe/Berlin" }, on);
      desk.write("a.csv", lines(header, ...officeHours(by)));
      await desk.pull(phones);
      expect(await desk.records.sourceStates()).toMatchObject([{ odd }]);
    }
  },
);

/** Half a day on that Sunday. */
const hoursOn = (day: string): number => (day === "2026-11-15" ? 4 : 8);

const intervals = (_: string | null, from: Date) => [
  { from, to: new Date(from.getTime() + hoursOn(from.toISOString().slice(0, 10)) * 3_600_000) },
];

test("a day is judged against those of the same working hours alone", async () => {
  for (const [workingTime, code] of [
    [null, "few"],
    [{ key: "half", teams: [], intervals }, undefined],
  ] as const) {
    const desk = await opened({ workingTime });
    desk.write("a.csv", lines(header, ...sundays(2)));
    await desk.pull(phones);
    const [state] = await desk.records.sourceStates();
    expect(state!.odd?.code).toBe(code);
  }
});

test("a day that is odd is told for a week, until its records come after all", async () => {
  const desk = await opened({ clock: stoppedAt(new Date("2026-11-21T09:00:00Z")) });
  desk.write("a.csv", lines(header, ...sundays(2)));
  await desk.pull(phones);
  expect(await desk.records.sourceStates()).toMatchObject([{ odd: { day: "2026-11-15" } }]);
  desk.write("a.csv", lines(header, ...sundays(10)));
  await desk.pull(phones);
  expect(await desk.records.sourceStates()).toMatchObject([{ odd: null }]);
});

test("a day off is not judged", async () => {
  const desk = await opened({
    workingTime: { key: "closed", teams: [], intervals: () => [] },
  });
  desk.write("a.csv", lines(header, ...sundays(0)));
  await desk.pull(phones);
  expect(await desk.records.sourceStates()).toMatchObject([{ odd: null }]);
});
