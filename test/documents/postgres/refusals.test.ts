import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { openPostgres } from "../../../src/documents/postgres/open-postgres.ts";
import type { AppError } from "../../../src/errors.ts";
import { afterTest } from "../../closing.ts";
import { aDatabase, hasPostgres, onServer } from "../../fixtures/database.ts";
import { opened } from "./postgres-for-tests.ts";

const changed = (url: string, change: (url: URL) => void): string => {
  const other = new URL(url);
  change(other);
  return other.href;
};

/** What opening it throws; nothing of it holds the password. */
async function refusalOf(url: string): Promise<AppError> {
  const error: AppError = await opened(url).then(
    () => {
      throw new Error("it was opened");
    },
    (reason: AppError) => reason,
  );
  const text = JSON.stringify(error, Object.getOwnPropertyNames(error));
  expect(text).not.toMatch(/p@ss|p%40ss|word'/u);
  return error;
}

const message = (type: string, body: Buffer) => {
  const head = Buffer.alloc(5);
  head.write(type, "latin1");
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};

/** Speaks just enough of the protocol to say what version it is. */
async function aServerOfVersion(version: number): Promise<string> {
  const ready = message("Z", Buffer.from("I"));
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => {
      socket.write(Buffer.concat([message("R", Buffer.alloc(4)), ready]));
      socket.on("data", () => {
        const text = String(version);
        const column = Buffer.concat([Buffer.from("version\0"), Buffer.alloc(18)]);
        column.writeInt32BE(23, "version\0".length + 6);
        const row = Buffer.alloc(6);
        row.writeInt16BE(1);
        row.writeInt32BE(text.length, 2);
        socket.write(
          Buffer.concat([
            message("T", Buffer.concat([Buffer.from([0, 1]), column])),
            message("D", Buffer.concat([row, Buffer.from(text)])),
            message("C", Buffer.from("SELECT 1\0")),
            ready,
          ]),
        );
      });
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  afterTest(() => void server.close());
  const address = server.address();
  return `postgres://u:p@127.0.0.1:${typeof address === "object" ? address?.port : ""}/old`;
}

describe.skipIf(!hasPostgres)("a database that cannot be used", () => {
  test.each([
    ["with another password", (url: URL) => void (url.password = "p@ss/wrong"), /password/u],
    ["without a password", (url: URL) => void (url.password = ""), /wants a password/u],
    ["without that user", (url: URL) => void (url.username = "nobody"), /password/u],
    ["that is not there", (url: URL) => void (url.pathname = "/nowhere"), /does not exist/u],
    ["without the TLS asked for", (url: URL) => url.searchParams.set("sslmode", "require"), /SSL/u],
    [
      "whose certificate is nowhere",
      (url: URL) => (url.search = "?sslmode=verify-full&sslrootcert=/nowhere.pem"),
      /DATABASE_URL cannot be read/u,
    ],
  ])("%s is refused in words, without the password", async (_, change, reason) => {
    const { url } = await aDatabase();
    const error = await refusalOf(changed(url, change));
    expect(error).toMatchObject({ code: "database_refused" });
    expect(error.message).toMatch(reason);
    expect(error.hint).toMatch(/\.$/u);
  });

  test("without the right to make a schema is refused; with a schema of one's own it is not needed", async () => {
    const { url, superUrl, name } = await aDatabase();
    await onServer(superUrl, [`alter database ${name} owner to postgres`]);
    const error = await refusalOf(url);
    expect(error).toMatchObject({ code: "database_refused" });
    expect(error.hint).toContain("schema “goalpost”");
    await onServer(superUrl, ["create schema goalpost authorization goalpost"]);
    const { documents } = await opened(url);
    expect(await documents.goals.list()).toEqual([]);
  });

  test("that does not answer is said to be, at once", async () => {
    const { url } = await aDatabase();
    const error = await refusalOf(changed(url, (other) => void (other.port = "1")));
    expect(error).toMatchObject({ code: "database_unreachable" });
    expect(error.message).toMatch(/^The database test_\S+ at 127\.0\.0\.1:1 does not answer$/u);
  });

  test("of a server that is too old is refused", async () => {
    const error = await refusalOf(await aServerOfVersion(140_011));
    expect(error).toMatchObject({ code: "database_refused" });
    expect(`${error.message}. ${error.hint}`).toMatch(
      /PostgreSQL 14\. Goalpost needs 15 or later\.$/u,
    );
  });

  test("of a newer program is refused, and stays as it is", async () => {
    const { url } = await aDatabase();
    await (await opened(url)).documents.close();
    await onServer(url, ["update goalpost.version set version = 99"]);
    const error = await refusalOf(url);
    expect(error).toMatchObject({ code: "database_refused" });
    expect(error.message).toContain("version 99");
    expect(await onServer(url, ["select version from goalpost.version"])).toEqual([
      { version: 99 },
    ]);
  });

  test("with a broken row says which, and goes on with all others", async () => {
    const { url } = await aDatabase();
    const { documents } = await opened(url);
    await onServer(url, [
      `insert into goalpost.documents (collection, id, body) values ('goals', 'g7', '{"id":"g7"}')`,
    ]);
    await expect(documents.goals.list()).rejects.toMatchObject({
      code: "document_broken",
      message: "g7 in goals of the database is broken",
    });
    expect(await documents.notes.list()).toEqual([]);
  });

  test("is made by several who start at once, once", async () => {
    const { url } = await aDatabase();
    const all = await Promise.all(Array.from({ length: 4 }, () => opened(url)));
    for (const { documents } of all) expect(await documents.goals.list()).toEqual([]);
  });
});

test("an address of several servers is refused, and what to name instead is said", async () => {
  const clock = { now: () => new Date() };
  for (const hosts of ["one,two", "one:5432,two:5433"]) {
    const url = `postgres://u:sec,ret@${hosts}/db?target_session_attrs=read-write`;
    await expect(openPostgres({ url, clock, warn: () => {} })).rejects.toMatchObject({
      code: "database_refused",
      message: "DATABASE_URL names more than one server",
      hint: expect.stringContaining("one address that always leads to the primary"),
    });
  }
});

test("an address that cannot be read is refused without being shown", async () => {
  const clock = { now: () => new Date() };
  const opening = openPostgres({ url: "postgres://u:secret@[::1/db", clock, warn: () => {} });
  await expect(opening).rejects.toMatchObject({
    code: "database_refused",
    message: "DATABASE_URL cannot be read",
  });
});
