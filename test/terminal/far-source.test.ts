import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Answering, answering, json } from "../sources/answering.ts";
import { sinceOf } from "../records/far-desk.ts";
import { newPlace, type } from "./desk.ts";

const configText = (
  { url }: Answering,
  more = "",
): string => `workspace: { timezone: Europe/Berlin }
people: { admins: [U0ADMIN] }
${more}
sources:
  - name: desk
    type: http
    url: ${url}/?since={since}
    private: true
    records: { tickets: { id: id, created_at: at } }
`;

test("records that are kept for longer are asked for", async () => {
  const server = await answering(json([{ id: 1, at: "2026-11-10" }]));
  const place = newPlace([], configText(server, "privacy: { keep_records: 30d }"));
  for (const more of ["privacy: { keep_records: 30d }", "privacy: { keep_records: 60d }", ""]) {
    writeFileSync(place.configPath, configText(server, more));
    expect((await type(["pull"], { place })).exit).toBe(0);
    await type(["pull"], { place });
  }
  const [first, again, ...later] = server.asked.map((path) => sinceOf(path)?.slice(0, 10));
  // Two weeks before thirty days of which the first one is whole, and two weeks before now.
  expect([first, again]).toEqual(["2026-10-04", "2026-11-04"]);
  expect(later).toEqual(["2026-09-04", "2026-11-04", "1970-01-01", "2026-11-04"]);
});
