import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { openForgottenBook } from "../../src/documents/forgotten-book.ts";
import { recordsSchema } from "../../src/records/mapping.ts";
import type { PullRequest } from "../../src/records/store.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import { aSmallDisk, mayMount } from "../fixtures/small-disk.ts";
import { answering, json } from "../sources/answering.ts";
import { aFarDesk, source, ticket, tickets } from "./far-desk.ts";
import { now } from "./pulling.ts";
import { stores } from "./stores.ts";
import { toRequest } from "./to-request.ts";

describe.each(stores)("what lies elsewhere, kept in %s", (store) => {
  test("is read as rows of a file are, and nothing of it is left lying about", async () => {
    const { pull, held, left, state } = await aFarDesk(store);
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

  test("page seven of ten fails: nothing of the others is seen, and the next pull takes in all", async () => {
    const { pull, ids, left, state } = await aFarDesk(store);
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
    const { pull, ids } = await aFarDesk(store);
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
    const { pull, ids, state } = await aFarDesk(store, "/dev/null/incoming");
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
    const { pull, ids, left } = await aFarDesk(store, join(aSmallDisk() ?? "", "incoming"));
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
    const { pull, records, write, folder, ids } = await aFarDesk(store);
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

  test("who is forgotten while a server takes its time is forgotten in what it sends", async () => {
    const { pull, held, records } = await aFarDesk(store);
    const book = await openForgottenBook(newFolder(), () => {});
    const server = await answering((request, response) => {
      const forgets = async (): Promise<void> => {
        await book.add(["Ann"], "agent");
        await records.forgetAgents(await book.read());
        json({ tickets: [ticket(1, { via: { channel: "Ann" } }), ticket(2)] })(request, response);
      };
      void forgets();
    });
    const { tickets: fields } = tickets;
    const mapping = recordsSchema.parse({ tickets: { ...fields, agent: "via.channel" } });
    await pull(server, {}, { records: mapping, forgotten: book.read });
    expect((await held("tickets")).map(({ agent }) => agent)).toEqual(["former agent 1", "email"]);
  });

  test("told to stop while it asks, it leaves nothing behind and no failure", async () => {
    const { records, left, state } = await aFarDesk(store);
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
