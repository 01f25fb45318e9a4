import { performance } from "node:perf_hooks";
import { Client } from "pg";
import { describe, expect, test } from "vitest";
import type { Documents } from "../../src/documents/store.ts";
import { opened } from "../documents/postgres/postgres-for-tests.ts";
import { aDatabase, hasPostgres } from "../fixtures/database.ts";
import { aDelivery } from "../fixtures/digest.ts";

const by = { who: "scheduler", via: "scheduler" };
const rounds = 300;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

const each = (ms: number) => `${(ms / rounds).toFixed(2)} ms`;

/** What a lease does to a delivery: reads it, and writes it back. */
const touch = (documents: Documents, id: string, looks: number) =>
  documents.change(by, async ({ deliveries }) => {
    const delivery = await deliveries.get(id);
    if (delivery !== null) await deliveries.put({ ...delivery, looks });
  });

/** The same by hand: the least that a change in a turn of its own can cost. */
async function byHand(client: Client, id: string, looks: number): Promise<void> {
  await client.query("begin; select pg_advisory_xact_lock(1)");
  await client.query("select body::text from goalpost.documents where id = $1", [id]);
  await client.query("update goalpost.documents set body = $2 where id = $1", [
    id,
    JSON.stringify(aDelivery({ id, looks })),
  ]);
  await client.query(
    "insert into goalpost.audit (change, at, who, via, edits, outside) values (gen_random_uuid(), now(), 's', 's', '[]', false)",
  );
  await client.query("commit");
}

describe.skipIf(!hasPostgres)("documents on PostgreSQL, beside 2,000 deliveries", () => {
  test("a change costs no more than three times its statements, and three processes make as many as one", async () => {
    const { url } = await aDatabase();
    const [one, two, three] = [await opened(url), await opened(url), await opened(url)];
    await one.documents.change(by, async ({ deliveries }) => {
      for (let nth = 0; nth < 2_000; nth += 1) await deliveries.put(aDelivery({ id: `d${nth}` }));
    });
    const client = new Client({ connectionString: url });
    await client.connect();
    const least = await timed(async () => {
      for (let nth = 0; nth < rounds; nth += 1) await byHand(client, `d${nth}`, 1);
    });
    await client.end();
    const alone = await timed(async () => {
      for (let nth = 0; nth < rounds; nth += 1) await touch(one.documents, `d${nth}`, 2);
    });
    const together = await timed(() =>
      Promise.all(
        [one, two, three].map(async ({ documents }, which) => {
          for (let nth = 0; nth < rounds / 3; nth += 1)
            await touch(documents, `d${nth}`, 3 + which);
        }),
      ),
    );
    const list = await timed(() => one.documents.deliveries.list());
    const again = await timed(() => one.documents.deliveries.list());
    process.stdout.write(
      `a change by hand ${each(least)}, alone ${each(alone)}, of three processes ${each(together)}; ` +
        `2,000 deliveries read in ${list.toFixed(0)} ms, once more in ${again.toFixed(0)} ms\n`,
    );
    expect(alone).toBeLessThan(3 * least);
    expect(together).toBeLessThan(2 * alone);
  });
});
