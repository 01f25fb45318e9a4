import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { excludeSchema, recordsSchema } from "../../src/records/mapping.ts";
import type { PullRequest } from "../../src/records/store.ts";
import { httpLimits } from "../../src/sources/http/http-limits.ts";
import { httpSource } from "../../src/sources/http/http-source.ts";
import { afterTest } from "../closing.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import { aSmallDisk, mayMount } from "../fixtures/small-disk.ts";
import { type Answering, answering, json, text } from "../sources/answering.ts";
import { now, openDesk } from "./pulling.ts";
import { stores } from "./stores.ts";
import { toRequest } from "./to-request.ts";

const source = httpSource({
  resolve: async () => [{ address: "127.0.0.1", family: 4 }],
  limits: { ...httpLimits, waitsMs: [] },
});

const tickets = {
  tickets: { id: "id", created_at: "created", solved_at: "solved", channel: "via.channel" },
};

interface Ticket {
  readonly id: number;
  readonly created: string;
  readonly solved: string | null;
  readonly via: { readonly channel: string };
}

const ticket = (id: number, more: Partial<Ticket> = {}): Ticket => ({
  id,
  created: "2026-11-10T08:00:00Z",
  solved: null,
  via: { channel: "email" },
  ...more,
});

const sinceOf = (path: string) => new URL(path, "http://x").searchParams.get("since");

describe.each(stores)("what lies elsewhere, kept in %s", (store) => {
  async function aDesk(incomingFolder = join(newFolder(), "incoming")) {
    const desk = await openDesk({ incomingFolder }, store);
    afterTest(desk.close);
    const requestOf = (settings: object, more: Partial<PullRequest> = {}): PullRequest => {
      const whole = { private: true, rows: "tickets", ...settings };
      return {
        name: "desk",
        zone: "UTC",
        records: recordsSchema.parse(tickets),
        exclude: excludeSchema.parse([]),
        isFar: true,
        asks: source.asks(whole),
        read: (asked) =>
          source.read(whole, { ...asked, folder: desk.folder, roots: [desk.folder], closed: [] }),
        ...more,
      };
    };
    const pull = (server: Answering, more: object = {}, how: Partial<PullRequest> = {}) =>
      desk.records.pullSource(requestOf({ url: `${server.url}/?since={since}`, ...more }, how));
    const left = () => (existsSync(incomingFolder) ? readdirSync(incomingFolder) : []);
    const ids = async () => (await desk.held("tickets")).map(({ id }) => id);
    const state = async () => (await desk.records.sourceStates())[0];
    return { ...desk, pull, ids, left, state };
  }

  test("is read as rows of a file are, and nothing of it is left lying about", async () => {
    const { pull, held, left, state } = await aDesk();
    const server = await answering(
      json({ tickets: [ticket(1), ticket(2, { solved: "2026-11-11T09:30:00Z" })] }),
    );
    expect(await pull(server)).toMatchObject({ rows: 2, changed: 2, badRows: 0 });
    expect(await held("tickets")).toMatchObject([
      { id: "1", channel: "email", solved_at: null },
      { id: "2", channel: "email", solved_at: new Date("2026-11-11T09:30:00Z") },
    ]);
    expect(left()).toEqual([]);
    expect(await state()).toMatchObject({ asOf: now, succeededAt: now, error: null });
  });

  test("asks from two weeks before what it holds on, keeps the rest, and asks anew where the question is another", async () => {
    const { pull, ids } = await aDesk();
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

  test("page seven of ten fails: nothing of the others is seen, and the next pull takes in all", async () => {
    const { pull, ids, left, state } = await aDesk();
    const old = await answering(json({ tickets: [ticket(99)] }));
    await pull(old);
    let isBroken = true;
    const server = await answering((request, response) => {
      const page = Number(/page=(\d+)/u.exec(request.url ?? "")?.[1] ?? 1);
      if (page === 7 && isBroken) return void response.writeHead(500).end();
      const next = page < 10 ? `/?page=${page + 1}` : null;
      return json({ tickets: [ticket(page)], next })(request, response);
    });
    await expect(pull(server, { next: "next" })).rejects.toMatchObject({
      code: "source_unreachable",
      message: expect.stringContaining("answered 500"),
    });
    expect(await ids()).toEqual(["99"]);
    expect(left()).toEqual([]);
    expect(await state()).toMatchObject({
      failedAt: now,
      error: expect.stringContaining("answered 500"),
      hint: expect.stringContaining("next pull"),
      asOf: now,
    });
    isBroken = false;
    expect(await pull(server, { next: "next" })).toMatchObject({ rows: 10 });
    expect(await ids()).toHaveLength(11);
    expect(await state()).toMatchObject({ error: null });
  });

  test("rows that cannot be read refuse the pull by their number and the host", async () => {
    const { pull, ids } = await aDesk();
    const server = await answering(
      json({ tickets: [ticket(1), ticket(2, { created: "yesterday" })] }),
    );
    await expect(pull(server)).rejects.toMatchObject({
      code: "pull_refused",
      message: expect.stringMatching(/127\.0\.0\.1:\d+, record 2, created_at: no_such_date/u),
    });
    expect(await ids()).toEqual([]);
  });

  test("where nothing can be kept of it, that is said, and not that the other side failed", async () => {
    const { pull, ids, state } = await aDesk("/dev/null/incoming");
    const server = await answering(json({ tickets: [ticket(1)] }));
    const said = {
      code: "store_failed",
      message: expect.stringContaining("could not be written to the data folder"),
      hint: expect.stringContaining("disk is full"),
    };
    await expect(pull(server)).rejects.toMatchObject(said);
    expect(server.asked).toEqual([]);
    expect(await ids()).toEqual([]);
    expect(await state()).toMatchObject({ failedAt: now, error: said.message, hint: said.hint });
  });

  test.skipIf(!mayMount)("a disk that becomes full ends it, with nothing left on it", async () => {
    const { pull, ids, left } = await aDesk(join(aSmallDisk() ?? "", "incoming"));
    const via = { channel: "x".repeat(1000) };
    const server = await answering(
      json({ tickets: Array.from({ length: 5000 }, (_, id) => ticket(id, { via })) }),
    );
    await expect(pull(server)).rejects.toMatchObject({ code: "store_failed" });
    expect([server.asked.length, left(), await ids()]).toEqual([1, [], []]);
    server.respond(json({ tickets: [ticket(1)] }));
    expect(await pull(server)).toMatchObject({ rows: 1 });
  });

  test("while a server takes its time another source is pulled", async () => {
    const { pull, records, write, folder, ids } = await aDesk();
    const waiting: (() => void)[] = [];
    const slow = await answering((request, response) => {
      waiting.push(() => json({ tickets: [ticket(1)] })(request, response));
    });
    const pulled = pull(slow);
    await vi.waitUntil(() => waiting.length > 0);
    write("a.csv", "id,created,solved,via.channel\nx,2026-11-10,,chat\n");
    const files = toRequest({ name: "files", path: "a.csv", records: tickets }, folder, "UTC");
    expect(await records.pullSource(files)).toMatchObject({ rows: 1 });
    expect(await ids()).toEqual(["x"]);
    waiting[0]?.();
    await pulled;
    expect(await ids()).toEqual(["1", "x"]);
  });

  test("an export is as old as it says it is, and one from the future is from now", async () => {
    const { pull, state } = await aDesk();
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
    const { pull, state } = await aDesk();
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

  test("told to stop while it asks, it leaves nothing behind and no failure", async () => {
    const { records, left, state } = await aDesk();
    const control = new AbortController();
    const server = await answering(() => control.abort(new Error("enough")));
    const read: PullRequest["read"] = (asked) =>
      source.read(
        { private: true, url: server.url },
        { ...asked, folder: "", roots: [], closed: [] },
      );
    const request = {
      name: "desk",
      zone: "UTC",
      records: recordsSchema.parse(tickets),
      exclude: [],
    };
    await expect(
      records.pullSource({ ...request, isFar: true, asks: "", read }, { signal: control.signal }),
    ).rejects.toThrow("enough");
    expect(left()).toEqual([]);
    expect(await state()).toBeUndefined();
  });
});
