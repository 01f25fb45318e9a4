import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { afterTest } from "../closing.ts";
import { ask, reportsOver } from "../reports/ask.ts";
import { type Desk, lines, openDesk } from "./pulling.ts";
import { stores } from "./stores.ts";

interface Rating {
  readonly source: "a" | "b";
  readonly id: string;
  readonly ticket: string | null;
  /** Of November; 0 for an answer that says no time. */
  readonly day: number;
  readonly score: number | null;
}

const source = (name: string) => ({
  name,
  path: `${name}.csv`,
  records: {
    surveys: {
      id: "id",
      kind: { value: "csat" },
      ticket: "ticket",
      answered_at: "at",
      score: "score",
      scale: { value: [1, 5] },
    },
  },
});
const atOf = ({ day }: Rating): string =>
  day === 0 ? "" : `2026-11-${String(day).padStart(2, "0")}T09:00:00Z`;

async function pull(desk: Desk, ratings: readonly Rating[]): Promise<void> {
  for (const name of ["a", "b"]) {
    const own = ratings.filter((each) => each.source === name);
    if (own.length === 0) continue;
    const rows = own.map((each) =>
      [each.id, each.ticket ?? "", atOf(each), each.score ?? ""].join(","),
    );
    desk.write(`${name}.csv`, lines("id,ticket,at,score", ...rows));
    await desk.pull(source(name));
  }
}

const period = { kind: "range", from: "2026-11-05", to: "2026-11-12" } as const;

async function told(desk: Desk, rating: string) {
  const reports = await reportsOver({}, { records: desk.records });
  const { numerator, denominator } = await ask(reports, {
    kpi: "csat",
    period,
    options: { rating },
  });
  return [numerator ?? 0, denominator ?? 0];
}

/** Each answer, unless another one of its ticket comes after it, or before it. */
function byHand(all: readonly Rating[], rating: string): [number, number] {
  const scored = all.filter(({ score, day }) => score !== null && day > 0);
  const isBefore = (one: Rating, other: Rating): boolean =>
    one.day < other.day || (one.day === other.day && one.id < other.id);
  const counted = scored.filter((own) => {
    const others = scored.filter(
      (each) =>
        own.ticket !== null &&
        each.source === own.source &&
        each.ticket === own.ticket &&
        each !== own,
    );
    if (rating === "every") return true;
    return !others.some((each) =>
      rating === "latest" ? isBefore(own, each) : isBefore(each, own),
    );
  });
  const inPeriod = counted.filter(({ day }) => day >= 5 && day <= 12);
  return [inPeriod.filter(({ score }) => (score ?? 0) >= 4).length, inPeriod.length];
}

const aRating = fc.record({
  source: fc.constantFrom("a" as const, "b" as const),
  id: fc.integer({ min: 1, max: 30 }).map((n) => `r${10 + n}`),
  ticket: fc.option(fc.integer({ min: 1, max: 8 }).map((n) => `t${n}`)),
  day: fc.integer({ min: 0, max: 15 }),
  score: fc.option(fc.integer({ min: 1, max: 5 })),
});

describe.each(stores)("ratings of a ticket on %s", (store) => {
  test("one counts, in whatever pulls they came, changed and went", async () => {
    const desk = await openDesk({ zone: "Europe/Berlin" }, store);
    afterTest(desk.close);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(aRating, { maxLength: 25 }), { minLength: 1, maxLength: 3 }),
        async (pulls) => {
          await desk.records.forgetSources([]);
          const held = new Map<string, Rating>();
          for (const pulled of pulls) {
            await pull(desk, pulled);
            for (const each of pulled) held.set(`${each.source} ${each.id}`, each);
          }
          const all = [...held.values()];
          for (const rating of ["latest", "first", "every"]) {
            expect([rating, await told(desk, rating)]).toEqual([rating, byHand(all, rating)]);
          }
          await desk.records.dropBefore(new Date("2026-11-06T23:00:00Z"));
          await desk.records.forgetSources(["a"]);
          const kept = all.filter((each) => each.source === "a" && each.day >= 7);
          expect(await told(desk, "latest")).toEqual(byHand(kept, "latest"));
        },
      ),
      { numRuns: 6 },
    );
  });
});

test("records of a release that marked no ratings are looked through as they are opened", async () => {
  const folder = mkdtempSync(join(tmpdir(), "goalpost-ratings-"));
  afterTest(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "records.duckdb");
  const before = await openDesk({ path });
  const ratings: Rating[] = [5, 1].map((score, at) => ({
    source: "a",
    id: `r${at}`,
    ticket: "t1",
    day: 6 + at,
    score,
  }));
  await pull(before, ratings);
  await before.close();

  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  for (const column of ["rated_before", "rated_again_at"]) {
    await connection.run(`alter table surveys drop column ${column}`);
  }
  await connection.run("delete from settings where name = 'ratings_by'");
  connection.closeSync();
  instance.closeSync();

  const after = await openDesk({ path });
  afterTest(after.close);
  expect(await told(after, "latest")).toEqual([0, 1]);
  expect(await told(after, "first")).toEqual([1, 1]);
});
