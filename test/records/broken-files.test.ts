import { appendFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { afterTest } from "../closing.ts";
import { type Desk, lines, openDesk } from "./pulling.ts";
import { type SourceBlock, toRequest } from "./to-request.ts";

const phones: SourceBlock = {
  path: "*.csv",
  records: { calls: { id: "Id", queued_at: "At", outcome: "Outcome" } },
};
const header = "Id,At,Outcome";
const good = (id: number): string => `${id},2026-11-03T09:00:00Z,handled`;
const many = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => good(from + at));

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** What nobody holds any more is let go of, with whatever it does then. */
async function tidyUp(): Promise<void> {
  for (let times = 0; times < 3; times += 1) {
    collect();
    await setTimeout(20);
  }
}

async function opened(): Promise<Desk> {
  const desk = await openDesk();
  afterTest(desk.close);
  return desk;
}

test("the seventh of ten files is broken: nothing of the others is seen, and mended all of it is", async () => {
  const desk = await opened();
  const names = Array.from({ length: 10 }, (_, at) => `${String(at).padStart(2, "0")}.csv`);
  const write = (from: number) => {
    for (const [at, name] of names.entries()) {
      desk.write(name, lines(header, ...many(from + at * 20, 20)));
    }
  };
  write(1);
  await desk.pull(phones);
  const before = await desk.printOf("calls");
  write(11);
  desk.write(names[6]!, lines(header, ...many(131, 15), '146,"2026-11-03'));
  await expect(desk.pull(phones)).rejects.toMatchObject({
    code: "pull_refused",
    message: expect.stringContaining("06.csv"),
  });
  expect(await desk.printOf("calls")).toEqual(before);
  write(11);
  expect(await desk.pull(phones)).toMatchObject({ rows: 200, changed: 10 });
  expect(await desk.held("calls")).toHaveLength(210);
});

test.each(["grows", "is replaced", "is taken away"])(
  "a file that %s while it is read refuses the pull, and nothing of it is seen",
  async (what) => {
    const desk = await opened();
    desk.write("a.csv", lines(header, good(1)));
    await desk.pull(phones);
    desk.write("a.csv", lines(header, ...many(1, 20)));
    const request = toRequest(phones, desk.folder, "UTC");
    const path = join(desk.folder, "a.csv");
    const meddle = () => {
      if (what === "grows") appendFileSync(path, `${good(21)}\n`);
      else rmSync(path);
      if (what === "is replaced") desk.write("a.csv", lines(header, ...many(101, 20)));
    };
    const pulling = desk.records.pullSource({
      ...request,
      read: async function* (signal) {
        for await (const batch of request.read(signal)) {
          if (batch.kind !== "file") yield batch;
          // Right after it was read, before it is asked whether it is still the same.
          else yield { ...batch, isUnchanged: async () => (meddle(), batch.isUnchanged()) };
        }
      },
    });
    await expect(pulling).rejects.toMatchObject({
      code: "pull_refused",
      message: "a.csv changed while it was read",
    });
    expect(await desk.held("calls")).toMatchObject([{ id: "1" }]);
  },
);

test.each([
  ["is refused", { code: "pull_refused" }],
  ["was told to stop", { name: "AbortError" }],
])(
  "rows of a pull that %s never come with a later one, whenever memory is tidied up",
  async (what, fault) => {
    const desk = await opened();
    desk.write("a.csv", lines(header, ...many(101, 15), '116,"2026-11-03'));
    const stop = new AbortController();
    const progress = () => {
      if (what !== "is refused") stop.abort();
    };
    const broken = desk.pull(phones, { signal: stop.signal, progress });
    await expect(broken).rejects.toMatchObject(fault);
    desk.write("a.csv", lines(header, ...many(1, 10)));
    desk.write("b.csv", lines(header, ...many(11, 10)));
    const request = toRequest(phones, desk.folder, "UTC");
    const outcome = await desk.records.pullSource({
      ...request,
      read: async function* (signal) {
        // The stage of this pull stands, and nothing is in it yet.
        await tidyUp();
        yield* request.read(signal);
      },
    });
    expect(outcome).toMatchObject({ rows: 20, changed: 20 });
    expect(
      (await desk.held("calls")).map(({ id }) => Number(id)).toSorted((a, b) => a - b),
    ).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  },
);

test("a last record without an end is not left out in silence: a disk that lost power leaves such files", async () => {
  const desk = await opened();
  desk.write("calls.csv", lines(header, ...many(1, 20)) + "\0".repeat(40_000_000));
  await expect(desk.pull(phones)).rejects.toMatchObject({
    code: "pull_refused",
    message: expect.stringMatching(/record 21/u),
  });
});
