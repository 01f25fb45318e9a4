import { join } from "node:path";
import { moveStores } from "../../src/app/move-stores.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { openForgottenBook } from "../../src/documents/forgotten-book.ts";
import { openOddsLog } from "../../src/documents/odds-log.ts";
import type { Screen } from "../../src/terminal/screen.ts";
import { onServer } from "../fixtures/database.ts";
import { toldOdds } from "../fixtures/told-odds.ts";
import { calls, newPlace, noon, openPlace, type Place, type } from "../terminal/desk.ts";

/** A desk that was used: goals, notes, a person forgotten, odds told, records dropped. */
export async function aUsedPlace(): Promise<Place> {
  const place = newPlace([...calls, "broken,2026-11-13 10:00,Y,-20,Ann"]);
  await type(["pull"], { place });
  for (const target of ["80", "82"]) {
    await type(["kpi", "note", "2026-11-12", `target ${target}, \u0000 "quoted", 김민수`], {
      place,
    });
  }
  await (await openForgottenBook(place.data, () => {})).add(["Zoë"], "agent");
  const odds = await openOddsLog(join(place.data, "odds.jsonl"));
  await odds.tell([toldOdds(), toldOdds({ goal: "g2" })]);
  await odds.settle(new Map([["key", true]]));
  await odds.close();
  return place;
}

export const migrate = (
  to: string,
  place: Place,
  url: string,
  options: readonly string[] = ["--json"],
  screen: Partial<Screen> = {},
) =>
  type(["migrate", to, ...options], {
    place,
    screen,
    more: {
      migrate: async (to, _, progress) =>
        moveStores(to, {
          config: await readConfig({ path: place.configPath, env: {} }),
          dataFolder: place.data,
          databaseUrl: url,
          clock: noon,
          progress,
          warn: () => {},
        }),
    },
  });

export const opening = (place: Place, url: string | null) => openPlace(place, noon, null, url);

export async function pulledIn(place: Place, url: string | null) {
  const app = await opening(place, url);
  const { out } = await type(["pull", "--json"], { app });
  await app.close();
  return JSON.parse(out).sources;
}

export const tablesOf = (url: string) =>
  onServer(url, [
    `select collection as name, id, body::text as row from goalpost.documents
    union all select 'audit', change, edits::text from goalpost.audit order by 1, 2`,
  ]);

export const recordsIn = (url: string) =>
  onServer(url, [
    `select 'calls' as name, c::text as row from goalpost_records.calls as c
    union all select 'source_states', s::text from goalpost_records.source_states as s
    union all select 'bad_rows', b::text from goalpost_records.bad_rows as b
    union all select 'spellings', s::text from goalpost_records.spellings as s order by 1, 2`,
  ]);
