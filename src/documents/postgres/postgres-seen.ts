import { randomUUID } from "node:crypto";
import type { Seen } from "../seen.ts";
import type { Database } from "./database.ts";

/** Slack repeats within minutes; what is older than a day is let go of, now and then. */
const cleanedEvery = 500;

/** What any of the processes has done already. */
export function createPostgresSeen({ ask }: Pick<Database, "ask">): Seen {
  let asked = 0;
  return {
    isFirst: async (key) => {
      asked += 1;
      if (asked % cleanedEvery === 1) {
        await ask("delete from goalpost.seen where at < now() - interval '1 day'");
      }
      // Its own token: where the answer was lost and it is asked again, it is still the first.
      const rows = await ask(
        `insert into goalpost.seen as held (key, token) values ($1, $2)
        on conflict (key) do update set token = excluded.token where held.token = excluded.token
        returning key`,
        [key, randomUUID()],
      );
      return rows.length > 0;
    },
    has: async (key) => {
      const rows = await ask("select 1 from goalpost.seen where key = $1", [key]);
      return rows.length > 0;
    },
    forget: async (key) => {
      await ask("delete from goalpost.seen where key = $1", [key]);
    },
  };
}
