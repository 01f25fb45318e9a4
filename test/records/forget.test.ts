import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { Forgotten } from "../../src/records/forget.ts";
import { afterTest } from "../closing.ts";
import { type Desk, lines, openDesk } from "./pulling.ts";
import { toRequest } from "./to-request.ts";

const desks: Desk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

const forgotten: Forgotten = {
  pseudonymOf: (name) => (name.toLowerCase() === "becky" ? "former agent 1" : null),
  saltOf: (name) => `salt of ${name.toLowerCase()}`,
};
const source = {
  path: "calls.csv",
  records: {
    calls: {
      id: "id",
      queued_at: { column: "at", format: "yyyy-MM-dd HH:mm" },
      outcome: { value: "handled" },
      talk_seconds: "talk",
      agent: "agent",
    },
  },
};
const figures = {
  name: "figures",
  path: "figures.csv",
  records: {
    measures: { day: { column: "day", format: "yyyy-MM-dd" }, agent: "agent", calls_offered: "n" },
  },
};

async function filled(): Promise<Desk> {
  const desk = await openDesk();
  desks.push(desk);
  desk.write(
    "calls.csv",
    lines(
      "id,at,talk,agent",
      "1,2026-11-02 10:00,10,Becky",
      "2,2026-11-02 11:00,20,Rebecky",
      "becky-3,2026-11-02 12:00,40,becky",
      "4,2026-11-02 13:00,80,",
    ),
  );
  desk.write("figures.csv", lines("day,agent,n", "2026-11-02,Becky,3", "2026-11-02,Ann,4"));
  return desk;
}

/** Sums by agent, worked out beside the engine. */
async function sums(desk: Desk, table: string, column: string) {
  const found = new Map<string, number>();
  for (const row of await desk.held(table)) {
    const agent = String(row["agent"]);
    found.set(agent, (found.get(agent) ?? 0) + Number(row[column]));
  }
  return Object.fromEntries(found);
}

const asForgotten = async (desk: Desk) => {
  expect(await sums(desk, "calls", "talk_seconds")).toEqual({
    "former agent 1": 50,
    Rebecky: 20,
    null: 80,
  });
  expect(await sums(desk, "measures", "value")).toEqual({ "former agent 1": 3, Ann: 4 });
  const all = JSON.stringify([await desk.held("calls"), await desk.held("measures")]);
  expect(all.replaceAll("Rebecky", "")).not.toMatch(/becky/iu);
};

describe("an agent who is forgotten", () => {
  test("keeps every record under the pseudonym, and the name is in none of them", async () => {
    const desk = await filled();
    await desk.pull(source);
    await desk.pull(figures);
    expect(Object.fromEntries(await desk.records.forgetAgents(forgotten))).toEqual({
      calls: 2,
      measures: 1,
    });
    await asForgotten(desk);
    expect(Object.fromEntries(await desk.records.forgetAgents(forgotten))).toEqual({});
  });

  test("does not come back: the next pulls change no record and double none", async () => {
    const desk = await filled();
    await desk.pull(source);
    await desk.pull(figures);
    await desk.records.forgetAgents(forgotten);
    for (const each of [source, figures]) {
      const again = await desk.records.pullSource({
        ...toRequest(each, desk.folder, "UTC"),
        forgotten: async () => forgotten,
      });
      expect(again.changed).toBe(0);
    }
    await asForgotten(desk);
  });

  test("is found in every spelling, in ids and among the known spellings too", async () => {
    const desk = await openDesk();
    desks.push(desk);
    const known: Forgotten = {
      pseudonymOf: (name) => (/^\s*ann\s+lee\s*$/iu.test(name) ? "former agent 1" : null),
      saltOf: () => "one salt",
    };
    desk.write(
      "calls.csv",
      lines(
        "id,at,talk,agent",
        "ANN  LEE 1,2026-11-02 10:00,10,ANN  LEE",
        "2,2026-11-02 11:00,20,Ann Lee",
        "3,2026-11-02 12:00,40,ann lee ",
        "4,2026-11-02 13:00,80,Anna Lee",
      ),
    );
    await desk.pull(source);
    await desk.records.forgetAgents(known);
    const expected = { "former agent 1": 70, "Anna Lee": 80 };
    expect(await sums(desk, "calls", "talk_seconds")).toEqual(expected);
    const request = { ...toRequest(source, desk.folder, "UTC"), forgotten: async () => known };
    expect((await desk.records.pullSource(request)).changed).toBe(0);
    expect(await sums(desk, "calls", "talk_seconds")).toEqual(expected);
    const spellings = await desk.records.query("select spelling from spellings order by 1");
    expect(spellings).toEqual([{ spelling: "Anna Lee" }, { spelling: "former agent 1" }]);
    expect(JSON.stringify(await desk.held("calls"))).not.toMatch(/ann\s+lee/iu);
  });

  test("is in the file no more once it is closed, and all else is", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "goalpost-file-")), "records.duckdb");
    afterTest(() => rmSync(dirname(path), { recursive: true, force: true }));
    const desk = await openDesk({ path });
    desk.write(
      "calls.csv",
      lines(
        "id,at,talk,agent",
        ...Array.from(
          { length: 5_000 },
          (_, at) => `${at},2026-11-02 10:00,1,${at % 2 ? "Becky" : "Zymurgy"}`,
        ),
      ),
    );
    await desk.pull(source);
    await desk.close();
    const inFile = (name: string) => readFileSync(path, "latin1").includes(name);
    expect(["Becky", "Zymurgy"].map(inFile)).toEqual([true, true]);
    const again = await openDesk({ path });
    await again.records.forgetAgents(forgotten);
    await again.close();
    expect(["Becky", "Zymurgy"].map(inFile)).toEqual([false, true]);
    const last = await openDesk({ path });
    desks.push(last);
    expect(await sums(last, "calls", "talk_seconds")).toEqual({
      "former agent 1": 2_500,
      Zymurgy: 2_500,
    });
    expect(readdirSync(dirname(path))).toEqual(["records.duckdb"]);
    expect(await last.records.query("select name from settings where name = 'compact'")).toEqual(
      [],
    );
  });

  test("is not taken in by name from a source read for the first time", async () => {
    const desk = await filled();
    for (const each of [source, figures]) {
      const request = { ...toRequest(each, desk.folder, "UTC"), forgotten: async () => forgotten };
      expect((await desk.records.pullSource(request)).changed).toBeGreaterThan(0);
    }
    await asForgotten(desk);
  });
});
