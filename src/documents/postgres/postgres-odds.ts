import { toldKey, type ToldOdds, toldOddsSchema } from "../../../goals/told-odds.ts";
import { AppError } from "../../errors.ts";
import type { OddsLog } from "../odds-log.ts";
import type { Database } from "./database.ts";

/** The odds log in two tables: whatever of it was told or settled first stands. */
export const createPostgresOdds = ({ ask }: Pick<Database, "ask">): Omit<OddsLog, "close"> => ({
  told: async () => {
    const rows = await ask("select body from goalpost.odds_told order by place");
    return rows.map(({ body }): ToldOdds => {
      const told = toldOddsSchema.safeParse(body);
      if (told.success) return told.data;
      throw new AppError("document_broken", "The table goalpost.odds_told is broken", {
        hint: "Restore it from a backup. Nothing was overwritten.",
        cause: told.error,
      });
    });
  },
  came: async () => {
    const rows = await ask("select key, reached from goalpost.odds_came");
    return new Map(rows.map(({ key, reached }) => [String(key), reached === true]));
  },
  tell: async (odds) => {
    if (odds.length === 0) return;
    await ask(
      `insert into goalpost.odds_told (key, body)
      select key, body::json from unnest($1::text[], $2::text[])
        with ordinality as row (key, body, nth) order by nth
      on conflict do nothing`,
      [odds.map(toldKey), odds.map((each) => JSON.stringify(each))],
    );
  },
  settle: async (outcomes) => {
    if (outcomes.size === 0) return;
    await ask(
      `insert into goalpost.odds_came (key, reached) select * from unnest($1::text[], $2::bool[])
      on conflict do nothing`,
      [[...outcomes.keys()], [...outcomes.values()]],
    );
  },
});
