import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { toldOdds } from "../fixtures/told-odds.ts";
import { calls, configText, newPlace, type, type Place } from "./desk.ts";

/** A desk with a goal, a note and a digest's odds, whose configuration holds a secret. */
export async function aPlace(): Promise<Place> {
  const config = configText.replace("leads: [U0LEAD]", "leads: [U0LEAD], agents: { Ann: U0ANN }");
  const place = newPlace(calls, `# planted-secret-7f3a\n${config}`);
  await say(place, "pull");
  await say(place, "goal", "answer_rate", "target:80%", "owner:U0LEAD", "why:too many lost");
  await say(place, "kpi", "note", "2026-11-12", "Ann was ill");
  writeFileSync(join(place.data, "odds.jsonl"), `${JSON.stringify({ told: toldOdds() })}\n`);
  return place;
}
export async function say(place: Place, ...words: string[]) {
  const said = await type(words, { place });
  expect([words, said.exit, said.err]).toEqual([words, 0, ""]);
  return said.out;
}
/** Every file of the data folder but the engine's own. */
export const textsIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile() && !each.name.startsWith("records."))
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]),
  );
/** What people can ask of what is kept. */
export const asked = async (place: Place) => [
  await say(place, "goal", "show", "g1"),
  await say(place, "kpi", "notes"),
  await say(place, "audit", "g1", "--json"),
];
