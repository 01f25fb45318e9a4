import { describe } from "vitest";
import { documentsContract } from "../../contract/documents.ts";
import { forgottenContract } from "../../contract/forgotten.ts";
import { oddsContract } from "../../contract/odds.ts";
import { seenContract } from "../../contract/seen.ts";
import { aDatabase, hasPostgres, onServer } from "../../fixtures/database.ts";
import { opened } from "./postgres-for-tests.ts";

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

  describe("what was seen", () => {
    seenContract(async () => {
      const { url } = await aDatabase();
      return [(await opened(url)).seen, (await opened(url)).seen];
    });
  });
});
