import { describe, expect, test } from "vitest";
import { documentsContract } from "../../contract/documents.ts";
import { forgottenContract } from "../../contract/forgotten.ts";
import { oddsContract } from "../../contract/odds.ts";
import { quotasContract } from "../../contract/quotas.ts";
import { seenContract } from "../../contract/seen.ts";
import { aDatabase, hasPostgres, onServer } from "../../fixtures/database.ts";
import { opened } from "./postgres-for-tests.ts";

const aClock = (ms = Date.parse("2026-11-16T08:00:00Z")) => ({
  now: async () => new Date(ms),
  pass: (by: number) => void (ms += by),
});

describe.skipIf(!hasPostgres)("on PostgreSQL", () => {
  describe("documents", () => {
    documentsContract(async () => {
      const { url } = await aDatabase();
      const { documents } = await opened(url);
      return {
        documents,
        // The first process goes on beside the second.
        reopen: async () => (await opened(url)).documents,
        audit: () => onServer(url, ["select * from goalpost.audit order by place"]),
      };
    });
  });

  describe("the log of told odds", () => {
    oddsContract(async () => {
      const { url } = await aDatabase();
      return { log: (await opened(url)).odds, reopen: async () => (await opened(url)).odds };
    });
  });

  describe("the book of the forgotten", () => {
    forgottenContract(async () => {
      const { url } = await aDatabase();
      return {
        book: (await opened(url)).forgotten,
        reopen: async () => (await opened(url)).forgotten,
        text: async () => JSON.stringify(await onServer(url, ["select * from goalpost.kept"])),
      };
    });
  });

  describe("how often something is done", () => {
    const few = { key: "ask:U0LENA", everyMs: 6_000, atOnce: 1 };

    quotasContract(async () => {
      const { url } = await aDatabase();
      const { now, pass } = aClock();
      const [one, other] = [await opened(url, { now }), await opened(url, { now })];
      return { both: [one.quotas, other.quotas], pass };
    });

    test("the server's clock counts, where no other is given", async () => {
      const { quotas } = await opened((await aDatabase()).url);
      expect(await quotas.next([few], 0)).toEqual({ waitMs: 0, isTaken: true });
      const { waitMs, isTaken } = await quotas.next([few], 0);
      expect([waitMs > 0 && waitMs < 6_000, isTaken]).toEqual([true, false]);
    });

    test("a clock that was two hours ahead, and is right again, holds up nobody", async () => {
      const { now, pass } = aClock();
      const { quotas } = await opened((await aDatabase()).url, { now });
      pass(7_200_000);
      await quotas.next([few], 0);
      await quotas.hold("post:C1", 60_000);
      pass(-7_200_000);
      expect((await quotas.next([few, { ...few, key: "post:C1" }], 0)).isTaken).toBe(true);
      expect((await quotas.next([few], 0)).isTaken).toBe(false);
    });

    test("what is over is let go of, and no row says whose it was", async () => {
      const { url } = await aDatabase();
      const { now, pass } = aClock();
      const { quotas } = await opened(url, { now });
      for (let nth = 0; nth < 501; nth += 1) {
        await quotas.next([{ ...few, key: `ask:U${nth}` }], 0);
        pass(1_000);
      }
      const rows = await onServer(url, ["select key from goalpost.quotas"]);
      expect(rows.length).toBeLessThan(100);
      expect(JSON.stringify(rows)).not.toContain("ask");
    });
  });

  describe("what was seen", () => {
    seenContract(async () => {
      const { url } = await aDatabase();
      return [(await opened(url)).seen, (await opened(url)).seen];
    });
  });
});
