import { refused } from "./database-fault.ts";
import type { Database } from "./database.ts";
import { migrations } from "./schema.ts";

/** Makes the schema, or brings it up to date; a newer one is refused, never guessed at. */
export const migrateSchema = ({ inTurn, place }: Database): Promise<void> =>
  inTurn({
    work: async (run) => {
      const [made] = await run("select to_regnamespace('goalpost') is not null as is_there");
      // Asked for first: whoever was given a schema needs no right to make one.
      if (made?.["is_there"] !== true) await run("create schema goalpost");
      await run("create table if not exists goalpost.version (version int not null)");
      const [held] = await run("select version from goalpost.version");
      const version = Number(held?.["version"] ?? 0);
      if (version > migrations.length) {
        throw refused(
          `The schema goalpost in ${place} is of version ${version}; this program knows ${migrations.length}`,
          "Start the version of Goalpost that wrote it, or a newer one.",
        );
      }
      if (version === migrations.length) return;
      for (const migration of migrations.slice(version)) await run(migration);
      await run("delete from goalpost.version");
      await run("insert into goalpost.version values ($1)", [migrations.length]);
    },
    wasDone: async (run) => {
      const [held] = await run("select version from goalpost.version");
      return held?.["version"] === migrations.length;
    },
  });
