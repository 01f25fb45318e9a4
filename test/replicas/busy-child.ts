import { writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { systemClock } from "../../src/clock.ts";
import { locate } from "../../src/documents/postgres/locate.ts";
import { openPostgres } from "../../src/documents/postgres/open-postgres.ts";
import { recordsSchema } from "../../src/records/mapping.ts";
import { openPostgresRecords } from "../../src/records/postgres/open-postgres-records.ts";
import { aGoal } from "../fixtures/goal.ts";
import type { BusySaid } from "./busy-said.ts";

/** A process that changes documents, pulls and asks, says how each ended, and goes on until it is killed. */
const [url = "", name = ""] = process.argv.slice(2);
const { documents } = await openPostgres({ url, clock: systemClock, warn: () => {} });
const { settings: connection } = locate(url);
const records = await openPostgresRecords({ connection, zone: "UTC", roots: [] });
const say = (said: BusySaid): void => void writeSync(1, `${JSON.stringify(said)}\n`);
const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : String(error);
let pulled = 0;

/** Every change adds a person, and counts. */
async function change(nth: number): Promise<void> {
  await documents.change({ who: name, via: "slack" }, async ({ goals, people }) => {
    const counter = (await goals.get(name)) ?? aGoal({ id: name, target: 0, submission: name });
    await goals.put({ ...counter, target: counter.target + 1 });
    await people.put({ id: `${name}-${nth}`, locale: null });
  });
}

/** Every pull brings the same tickets anew, all with its own number. */
async function pull(nth: number): Promise<void> {
  const columns = ["id", "at", "nth"];
  const rows = Array.from({ length: 100 }, (_, id) => [`${id}`, "2026-10-05", `${nth}`]);
  await records.pullSource({
    name,
    zone: "UTC",
    records: recordsSchema.parse({
      tickets: { id: "id", created_at: "at", agent_replies: "nth" },
    }),
    exclude: [],
    isFar: false,
    asks: "",
    read: async function* () {
      yield { kind: "rows", columns, rows };
    },
  });
  pulled = nth;
}

async function ask(): Promise<void> {
  const known = pulled;
  const [seen] = await records.query(
    `select count(*) as n, min(agent_replies) as lowest, max(agent_replies) as highest
    from tickets where source = $1`,
    [name],
  );
  say({
    kind: "seen",
    known,
    rows: Number(seen?.["n"]),
    lowest: Number(seen?.["lowest"]),
    highest: Number(seen?.["highest"]),
  });
}

async function again(
  what: "change" | "pull" | "ask",
  work: (nth: number) => Promise<void>,
  everyMs: number,
): Promise<never> {
  for (let nth = 1; ; nth += 1) {
    const from = Date.now();
    try {
      await work(nth);
      say({ kind: "done", what, nth, from, to: Date.now() });
    } catch (error) {
      say({ kind: "told", what, nth, code: codeOf(error) });
    }
    await pause(everyMs);
  }
}
await Promise.all([again("change", change, 20), again("pull", pull, 300), again("ask", ask, 100)]);
