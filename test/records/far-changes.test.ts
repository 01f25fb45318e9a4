import { describe, expect, test } from "vitest";
import { answering, json, text } from "../sources/answering.ts";
import { aFarDesk, sinceOf, ticket } from "./far-desk.ts";
import { now } from "./pulling.ts";
import { stores } from "./stores.ts";

describe.each(stores)("what lies elsewhere, from when on it is asked, in %s", (store) => {
  test("asks from two weeks before what it holds on, keeps the rest, and asks anew where the question is another", async () => {
    const { pull, ids } = await aFarDesk(store);
    const server = await answering(json({ tickets: [ticket(1), ticket(2)] }));
    await pull(server);
    server.respond(json({ tickets: [ticket(2, { solved: "2026-11-12T08:00:00Z" }), ticket(3)] }));
    expect(await pull(server)).toMatchObject({ rows: 2, changed: 2 });
    expect(await pull(server)).toMatchObject({ rows: 2, changed: 0 });
    expect(await ids()).toEqual(["1", "2", "3"]);
    const first = "1970-01-01T00:00:00Z";
    const later = "2026-11-02T09:00:00Z";
    expect(server.asked.map(sinceOf)).toEqual([first, later, later]);
    await pull(server, { token: "another-key" });
    await pull(server, { begins: "2026-11-10" });
    await pull(server, { begins: "2026-11-10" });
    expect(server.asked.map(sinceOf).slice(3)).toEqual([
      later,
      "2026-11-10T00:00:00Z",
      "2026-11-10T00:00:00Z",
    ]);
    await pull(server, {}, { keptFrom: new Date("2026-06-15T00:00:00Z") });
    expect(sinceOf(server.asked.at(-1) ?? "")).toBe("2026-06-01T00:00:00Z");
  });

  test("an export is as old as it says it is, and one from the future is from now", async () => {
    const { pull, state } = await aFarDesk(store);
    const table = "id,created,solved,via.channel\n1,2026-11-10,,chat\n";
    const written = (at: string) => text(table, "text/csv", { "last-modified": at });
    const server = await answering(written("Sun, 15 Nov 2026 04:00:00 GMT"));
    await pull(server, { rows: undefined });
    expect(await state()).toMatchObject({ asOf: new Date("2026-11-15T04:00:00Z") });
    server.respond(written("Tue, 17 Nov 2026 04:00:00 GMT"));
    await pull(server, { rows: undefined });
    expect(await state()).toMatchObject({ asOf: now });
  });

  test("no changes are no empty pull, unless a record that is here should have come again", async () => {
    const { pull, state } = await aFarDesk(store);
    const table = "id,created,solved,via.channel\n";
    const asOf = new Date("2026-11-15T04:00:00Z");
    const headers = { "last-modified": asOf.toUTCString() };
    const full = text(`${table}1,2026-11-10,,chat\n`, "text/csv", headers);
    const server = await answering(full);
    const [short, long] = [{ rows: undefined, look_back: "1d" }, { rows: undefined }];
    await pull(server, short);
    server.respond(text(table));
    await pull(server, short);
    expect(await state()).toMatchObject({ asOf: now, odd: null });
    server.respond(full);
    await pull(server, long);
    server.respond(text(table));
    await pull(server, long);
    // The ticket of 10 November lies within two weeks.
    expect(await state()).toMatchObject({ asOf, odd: { code: "empty" } });
    await pull(server, { ...long, begins: "2026-01-01" });
    await pull(server, { ...long, begins: "2026-01-01" });
    expect(await state()).toMatchObject({ asOf, odd: { code: "empty" } });
    const first = "2026-01-01T00:00:00Z";
    expect(server.asked.slice(-2).map(sinceOf)).toEqual([first, first]);
  });
});
