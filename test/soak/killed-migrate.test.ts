import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, watch } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openForgottenBook } from "../../src/documents/forgotten-book.ts";
import { openOddsLog } from "../../src/documents/odds-log.ts";
import { openDuckdb } from "../../src/records/duckdb.ts";
import { everyTable } from "../../src/records/schema.ts";
import { builtProgram } from "../fixtures/built-program.ts";
import { aDatabase, hasPostgres, onServer } from "../fixtures/database.ts";
import { toldOdds } from "../fixtures/told-odds.ts";
import { dice } from "../goals/dice.ts";
import { newPlace, openPlace, type Place, type, noon } from "../terminal/desk.ts";

const killsEachWay = 10;
const ways = ["to-postgres", "to-folder"] as const;
type Way = (typeof ways)[number];

/** When a run is killed: after so long, at the so-manieth change in the data folder, or when its mark comes or goes. */
interface When {
  readonly afterMs?: number;
  readonly atChange?: number;
  readonly atMark?: boolean;
}

interface Run {
  /** Null: killed. */
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
  readonly tookMs: number;
}

async function migrate(
  { program, place, url }: Moving,
  to: Way,
  { afterMs, atChange, atMark = false }: When = {},
): Promise<Run> {
  const from = performance.now();
  const child = spawn(process.execPath, [program, "migrate", to, "--json"], {
    cwd: place.folder,
    env: { PATH: process.env["PATH"] ?? "", DATABASE_URL: url },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (bytes: Buffer) => (said.out += bytes.toString()));
  child.stderr.on("data", (bytes: Buffer) => (said.err += bytes.toString()));
  const kill = (): void => void child.kill("SIGKILL");
  const timer = afterMs === undefined ? null : setTimeout(kill, afterMs);
  let changes = 0;
  const watching = watch(place.data, (_, name) => {
    changes += 1;
    if (changes === atChange || (atMark && name === "moved.json")) kill();
  });
  const exit = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (timer !== null) clearTimeout(timer);
  watching.close();
  return { exit, ...said, tookMs: performance.now() - from };
}

interface Moving {
  readonly program: string;
  readonly place: Place;
  readonly url: string;
}

/** A desk that was used: many calls, goals' odds, notes, a person forgotten, a row set aside. */
async function aUsedPlace(): Promise<Place> {
  const rows = Array.from({ length: 20_000 }, (_, nth) => {
    const at = new Date(Date.UTC(2026, nth % 10, 1 + (nth % 28), 8, nth % 60));
    const agent = ["Ann", "김민수", "Zoë"][nth % 3];
    const day = at.toISOString().slice(0, 16).replace("T", " ");
    return `c${nth},${day},${nth % 4 === 0 ? "N" : "Y"},${nth % 90},${agent}`;
  });
  const place = newPlace([...rows, "broken,2026-11-13 10:00,Y,-20,Ann"]);
  await type(["pull"], { place });
  const app = await openPlace(place);
  for (let nth = 0; nth < 40; nth += 1) {
    await type(["kpi", "note", "2026-11-12", `note ${nth}, \u0000 "quoted"`], { app });
  }
  await app.close();
  await (await openForgottenBook(place.data, () => {})).add(["Zoë"], "agent");
  const odds = await openOddsLog(join(place.data, "odds.jsonl"));
  await odds.tell([toldOdds(), toldOdds({ goal: "g2" })]);
  await odds.settle(new Map([["key", true]]));
  await odds.close();
  return place;
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
const tables = [...everyTable].map(([name]) => name).filter((name) => name !== "settings");
const kept = ["documents.json", "audit.jsonl", "odds.jsonl", "forgotten.json"];

/** What a move takes from: every file of documents, and every row of records; or every row of both schemas. */
const sources: Readonly<Record<Way, (moving: Moving) => Promise<readonly string[]>>> = {
  "to-postgres": async ({ place }) => {
    const path = join(place.data, "records.duckdb");
    const records = await openDuckdb({ path, zone: "Europe/Berlin", roots: [place.folder] });
    const texts: string[] = kept.map((name) => readFileSync(join(place.data, name), "utf8"));
    for (const table of tables) {
      texts.push(JSON.stringify(await records.query(`select * from ${table} order by all`)));
    }
    await records.close();
    return texts.map(hashOf);
  },
  "to-folder": async ({ url }) => {
    const documents = ["documents", "audit", "odds_told", "odds_came", "kept"];
    const all = [
      ...documents.map((table) => `goalpost.${table}`),
      ...tables.map((table) => `goalpost_records.${table}`),
    ];
    const statements = all.map(
      (table) => `select t::text as row from ${table} as t order by t::text collate "C"`,
    );
    const texts: string[] = [];
    for (const statement of statements) {
      texts.push(JSON.stringify(await onServer(url, [statement])));
    }
    return texts.map(hashOf);
  },
};

/** Nobody takes from there any more: the folder, or the database, is marked as moved. */
const isOver: Readonly<Record<Way, (moving: Moving) => Promise<boolean>>> = {
  "to-postgres": async ({ place }) => existsSync(join(place.data, "moved.json")),
  "to-folder": async ({ url }) =>
    (await onServer(url, ["select 1 from goalpost.kept where name = 'moved'"])).length > 0,
};

/** Everything a person could see of it. */
async function seenIn({ place, url }: Moving, way: Way) {
  const app = await openPlace(place, noon, null, way === "to-postgres" ? url : null);
  const calls = await app.records.query(
    `select source, id, queued_at, outcome, wait_seconds, agent from calls order by id`,
  );
  const desk = app.deskAt(null);
  const documents = [
    await desk.notes.list(),
    await app.history(() => true, 999),
    await app.forgetting.find("Zoë"),
  ];
  const words = ["kpi", "answer_rate", "2026", "by", "agent", "--json"];
  const { out } = await type(words, { app });
  await app.close();
  return { rows: calls.length, calls: hashOf(JSON.stringify(calls)), documents, out };
}

describe.skipIf(!hasPostgres)("goalpost migrate", () => {
  const program = builtProgram();

  test("killed again and again, there and back, is finished by the same words, and takes nothing away before", async () => {
    const moving = { program, place: await aUsedPlace(), url: (await aDatabase()).url };
    const before = await seenIn(moving, "to-folder");
    expect(before.rows).toBe(20_000);
    const { next } = dice(7);
    const usual: Partial<Record<Way, Run>> = {};
    const kills = { "to-postgres": 0, "to-folder": 0 };
    const afterMark = { "to-postgres": 0, "to-folder": 0 };
    for (const way of ways) {
      const run = await migrate(moving, way);
      expect([run.exit, run.err]).toEqual([0, ""]);
      usual[way] = run;
      expect(await seenIn(moving, way)).toEqual(before);
    }
    const { counts, records } = JSON.parse(usual["to-postgres"]!.out);
    expect(records).toMatchObject({ calls: { count: 20_000 }, bad_rows: { count: 1 } });

    for (let nth = 0; Math.min(...Object.values(kills)) < killsEachWay; nth += 1) {
      const way = ways[nth % 2]!;
      const source = await sources[way](moving);
      // So many in a row at most: then it may end, and the other way is tried.
      let left = 4;
      const whens: readonly (() => When)[] = [
        () => ({ afterMs: next() * usual[way]!.tookMs }),
        () => ({ atChange: 1 + Math.floor(next() * 24) }),
        () => ({ afterMs: (0.5 + next() / 2) * usual[way]!.tookMs }),
        () => ({ atMark: true }),
      ];
      let run = await migrate(moving, way, whens[0]!());
      while (run.exit === null) {
        kills[way] += 1;
        left -= 1;
        const wasOver = await isOver[way](moving);
        if (wasOver) afterMark[way] += 1;
        expect(wasOver ? source : await sources[way](moving)).toEqual(source);
        run = await migrate(moving, way, left === 0 ? {} : whens[4 - left]!());
      }
      expect([run.exit, run.err]).toEqual([0, ""]);
      expect(JSON.parse(run.out)).toMatchObject({ counts, records });
      expect(await seenIn(moving, way)).toEqual(before);
    }
    process.stdout.write(
      `  killed ${JSON.stringify(kills)}, of them after the mark ${JSON.stringify(afterMark)}; ` +
        `undisturbed ${ways.map((way) => Math.round(usual[way]!.tookMs)).join(" and ")} ms\n`,
    );
  }, 900_000);
});
