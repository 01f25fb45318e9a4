import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { locate } from "../../src/documents/postgres/locate.ts";
import { openPostgresRecords } from "../../src/records/postgres/open-postgres-records.ts";
import { afterTest } from "../closing.ts";
import { opened } from "../documents/postgres/postgres-for-tests.ts";
import { hasPostgres, onServer } from "../fixtures/database.ts";
import { aPair } from "../replicas/pair.ts";

const by = { who: "U0LEAD", via: "slack" };

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(100);
}

describe.skipIf(!hasPostgres)("a server that is not the primary", () => {
  test("any more, and is still there for whoever is connected, acknowledges nothing that its standby has not", async () => {
    const pair = await aPair();
    const { documents } = await opened(pair.url);
    const put = (id: string) =>
      documents.change(by, ({ people }) => people.put({ id, locale: null }));
    await put("before");

    const deposed = pair.primary();
    const promoted = await pair.promote();
    pair.address.lead(promoted.port);
    // The connection that there is still leads to the one before, whose standby is gone.
    const change = put("after");
    const waiting = "select 1 from pg_stat_activity where wait_event = 'SyncRep'";
    const isWaiting = async (): Promise<boolean> =>
      (await onServer(pair.at(deposed), [waiting])).length > 0;
    await until(isWaiting);
    // Longer than a statement of a change may take.
    const longest = Date.now() + 17_000;
    await until(async () => Date.now() > longest || !(await isWaiting()));
    await deposed.end("SIGKILL");

    await change;
    const rows = (sql: string) => onServer(pair.at(promoted), [sql]);
    expect(await rows("select id from goalpost.documents order by place")).toEqual([
      { id: "before" },
      { id: "after" },
    ]);
    expect(await rows("select who from goalpost.audit")).toHaveLength(2);
  });

  test("yet is not asked for anything, and once it is, everybody goes on", async () => {
    const pair = await aPair();
    const stores = await opened(pair.url);
    const { settings: connection } = locate(pair.url);
    const settings = { connection, zone: "UTC", roots: [], clock: systemClock };
    const records = await openPostgresRecords(settings);
    afterTest(records.close);
    expect(await records.query("select 1 as one")).toEqual([{ one: 1 }]);

    pair.address.lead(pair.standby().port);
    pair.address.cut();
    await expect(opened(pair.url)).rejects.toMatchObject({
      code: "database_unreachable",
      message: expect.stringMatching(/takes no changes$/u),
      hint: expect.stringContaining("primary"),
    });
    await expect(openPostgresRecords(settings)).rejects.toMatchObject({
      code: "database_unreachable",
      message: "The PostgreSQL server is a standby",
    });
    const answers: string[] = [];
    const asking = [
      stores.documents.goals.list().then(() => answers.push("documents")),
      records.query("select 1 as one").then(() => answers.push("records")),
    ];
    await pause(2_000);
    expect(answers).toEqual([]);
    await pair.primary().end("SIGQUIT");
    await pair.promote();
    await Promise.all(asking);
    expect(answers.toSorted()).toEqual(["documents", "records"]);
  });
});
