import { describe, expect, test } from "vitest";
import type { PostgresOptions } from "../../../src/documents/postgres/open-postgres.ts";
import { createPatience } from "../../../src/patience.ts";
import type { Documents } from "../../../src/documents/store.ts";
import { aDatabase, hasPostgres, onServer } from "../../fixtures/database.ts";
import { aGoal } from "../../fixtures/goal.ts";
import { opened } from "./postgres-for-tests.ts";
import { aProxy } from "./proxy.ts";

const by = { who: "U0LEAD", via: "slack" };

/** One more, and says how many there were: done twice it would say and leave another number. */
const countUp = (documents: Documents): Promise<number> =>
  documents.change(by, async ({ goals }) => {
    const goal = (await goals.get("g1"))!;
    await goals.put({ ...goal, revision: goal.revision + 1 });
    return goal.revision + 1;
  });

async function aCounter(more: Partial<PostgresOptions> = {}) {
  const { url, superUrl } = await aDatabase();
  const proxy = await aProxy(url);
  const { documents, seen, turns } = await opened(proxy.url, more);
  await documents.change(by, ({ goals }) => goals.put(aGoal({ revision: 1 })));
  const count = async () => ({
    revision: (await (await opened(url)).documents.goals.get("g1"))?.revision,
    lines: (await onServer(url, ["select 1 from goalpost.audit"])).length,
  });
  return { documents, seen, turns, proxy, count, url, superUrl };
}

describe.skipIf(!hasPostgres)("a PostgreSQL whose connections break", () => {
  test.each([
    ["stands, and is not made twice, where the answer", "answer"],
    ["is made again where the request", "request"],
  ] as const)("a change %s to its commit was lost", async (_, where) => {
    const { documents, proxy, count } = await aCounter();
    proxy.cut(where, (message) => message.includes("commit"));
    expect(await countUp(documents)).toBe(2);
    expect(proxy.cuts()).toBe(1);
    expect(await count()).toEqual({ revision: 2, lines: 2 });
  });

  test("a connection cut at any message of a change, before it or before its answer, loses and doubles nothing", async () => {
    const { documents, proxy, count } = await aCounter();
    let expected = 1;
    for (const where of ["request", "answer"] as const) {
      for (let nth = 1, wasCut = true; wasCut; nth += 1) {
        const before = proxy.cuts();
        let left = nth;
        proxy.cut(where, () => {
          left -= 1;
          return left === 0;
        });
        expected += 1;
        expect(await countUp(documents)).toBe(expected);
        proxy.cut(where, () => false);
        wasCut = proxy.cuts() > before;
      }
    }
    expect(proxy.cuts()).toBeGreaterThanOrEqual(10);
    expect(await count()).toEqual({ revision: expected, lines: expected });
  });

  test("every connection ended by the server, again and again, holds up changes and loses none", async () => {
    const { documents, count, superUrl } = await aCounter();
    const changes = Array.from({ length: 60 }, () => countUp(documents));
    for (let round = 0; round < 10; round += 1) {
      await onServer(superUrl, [
        `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`,
      ]);
    }
    expect((await Promise.all(changes)).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 60 }, (_, index) => index + 2),
    );
    expect(await count()).toEqual({ revision: 61, lines: 61 });
  });

  test("a serialization error, a deadlock and a server that takes no changes are tried again, another error is not", async () => {
    const { documents, count, url } = await aCounter();
    const failing = (code: string, times: number) =>
      onServer(url, [
        "drop sequence if exists goalpost.tries cascade",
        "create sequence goalpost.tries",
        `create or replace function goalpost.fail() returns trigger language plpgsql as $$ begin
          if nextval('goalpost.tries') <= ${times} then
            raise exception 'planned' using errcode = '${code}';
          end if;
          return new;
        end $$`,
        "create or replace trigger fails before update on goalpost.documents for each row execute function goalpost.fail()",
      ]);
    await failing("40001", 2);
    expect(await countUp(documents)).toBe(2);
    await failing("40P01", 1);
    expect(await countUp(documents)).toBe(3);
    // The server is read-only for a while.
    await failing("25006", 2);
    expect(await countUp(documents)).toBe(4);
    await failing("23514", 1);
    await expect(countUp(documents)).rejects.toThrow("planned");
    expect(await countUp(documents)).toBe(5);
    expect(await count()).toEqual({ revision: 5, lines: 5 });
  });

  test("what was seen first stays first when the answer to that was lost", async () => {
    const { seen, proxy } = await aCounter();
    proxy.cut("answer", (message) => message.includes("goalpost.seen as held"));
    expect(await seen.isFirst("event:1")).toBe(true);
    expect(proxy.cuts()).toBe(1);
    expect(await seen.isFirst("event:1")).toBe(false);
  });

  test("a turn whose answer was lost is had all the same", async () => {
    const { turns, proxy } = await aCounter();
    proxy.cut("answer", (message) => message.includes("goalpost.turns as held"));
    const turn = await turns.take("pull phones", 60_000);
    expect(proxy.cuts()).toBe(1);
    expect(await turns.take("pull phones", 60_000)).toBeNull();
    await turn!.release();
    expect(await turns.take("pull phones", 60_000)).not.toBeNull();
  });

  test("a server that is gone for a while is waited for, and one that stays away is said to be", async () => {
    const { documents, proxy, count } = await aCounter({ patience: createPatience(3_000) });
    proxy.turn("off");
    const waiting = countUp(documents);
    await new Promise((resolve) => setTimeout(resolve, 300));
    proxy.turn("on");
    expect(await waiting).toBe(2);
    expect(await count()).toEqual({ revision: 2, lines: 2 });
    proxy.turn("off");
    await expect(documents.goals.list()).rejects.toMatchObject({
      code: "database_unreachable",
      message: expect.stringMatching(
        /^The database test_\S+ at 127\.0\.0\.1:\d+ does not answer$/u,
      ),
    });
  });
});
