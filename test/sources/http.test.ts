import { statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { FileBatch } from "../../src/sources/source.ts";
import { answering, json, type Respond, text } from "./answering.ts";
import { bring, idsIn, row } from "./bringing.ts";

test("an export of CSV is read as a file of it would be, and is as old as it says", async () => {
  const server = await answering(
    text("id;at\n1;2026-11-01\n", "text/csv", {
      "last-modified": "Mon, 02 Nov 2026 05:00:00 GMT",
    }),
  );
  const { batch, text: saved } = await bring({ url: `${server.url}/export.csv` });
  expect(saved).toBe("id;at\n1;2026-11-01\n");
  expect(batch).toMatchObject({
    name: new URL(server.url).host,
    columns: ["id", "at"],
    plain: { delimiter: ";", quote: '"' },
    modifiedAt: new Date("2026-11-02T05:00:00Z"),
  });
  expect(statSync(batch.path).mode & 0o777).toBe(0o600);
});

const asOfFrom = async (modified: string): Promise<Date> => {
  const server = await answering(text("id,at\n", "text/csv", { "last-modified": modified }));
  return (await bring({ url: server.url })).batch.modifiedAt;
};

test("Last-Modified may name any moment that was", async () => {
  const modified = "Mon, 01 Jan 1951 00:00:00 GMT";
  expect(await asOfFrom(modified)).toEqual(new Date(modified));
});

test.each(["Fri, 01 Jan 2100 00:00:00 GMT", "Sun, 31 Feb 2026 00:00:00 GMT", "1", "yesterday"])(
  "Last-Modified: %s is no moment that was, and the question's own is taken",
  async (modified) => {
    // A file keeps its time in parts of a millisecond of its own.
    const before = new Date(Date.now() - 10);
    const asOf = await asOfFrom(modified);
    expect([asOf >= before, asOf <= new Date()]).toEqual([true, true]);
  },
);

async function cellsOf(batch: FileBatch): Promise<readonly string[]> {
  const cells: string[] = [];
  for await (const records of batch.readRecords()) {
    cells.push(...records.flatMap((record) => record.cells));
  }
  return cells;
}

test("the encoding is the one the answer names, or the settings", async () => {
  const name = Buffer.from([0xb9, 0xce]);
  const body = Buffer.concat([Buffer.from("id,at\n1,"), name, Buffer.from("\n")]);
  const server = await answering(text(body, "text/csv; charset=EUC-KR"));
  expect(await cellsOf((await bring({ url: server.url })).batch)).toEqual(["1", "민"]);
  server.respond(text(body, "text/csv"));
  const { batch } = await bring({ url: server.url, encoding: "cp949" });
  expect(await cellsOf(batch)).toEqual(["1", "민"]);
  server.respond(
    text(Buffer.concat([Buffer.from('[{"id":"'), name, Buffer.from('"}]')]), "text/json"),
  );
  await expect(bring({ url: server.url })).rejects.toMatchObject({
    code: "source_refused",
    message: expect.stringContaining("utf-8"),
  });
});

test("rows of JSON become the columns that are wanted, as they were written", async () => {
  const server = await answering(
    text(
      `{"count": 2, "data": {"tickets": [
        {"id": 12345678901234567890, "at": "a, \\"b\\"\\nc", "customer": {"id": 1.50}, "tags": ["x", 2], "x": {"deep": [1]}},
        {"id": 2, "at": null, "open": true, "customer": {}, "customer.id": "own"}]}}`,
      "application/json; charset=utf-8",
    ),
  );
  const wanted = ["id", "at", "customer.id", "tags", "open", "x"];
  const { text: saved } = await bring(
    { url: server.url, rows: "data.tickets" },
    { context: { columns: wanted } },
  );
  expect(saved).toBe(
    `"id","at","customer.id","tags","open","x"\n` +
      `"12345678901234567890","a, ""b""\nc","1.50","x, 2",,"{""deep"":[""1""]}"\n` +
      `"2",,"own",,"true",\n`,
  );
});

test("lines of JSON, with blanks between them and none at the end", async () => {
  const server = await answering(
    text('{"id":1,"at":"x"}\n{"id":2,"at":"y"}\n\n{"id":3,"at":"z"}', "application/x-ndjson"),
  );
  const { text: saved } = await bring({ url: server.url });
  expect(saved).toBe('"id","at"\n"1","x"\n"2","y"\n"3","z"\n');
});

test("what is asked begins before what is held, or with the first day; the key is sent as it is wanted", async () => {
  const sent: (string | undefined)[] = [];
  const server = await answering((request, response) => {
    sent.push(request.headers.authorization, request.headers["x-api-key"]?.toString());
    json([row(1)])(request, response);
  });
  const url = `${server.url}/t?a={since}&b={since_day}&c={since_epoch}`;
  const since = new Date("2026-11-16T09:00:00.250Z");
  await bring({ url, look_back: "3d", token: "k-12345678" }, { context: { since } });
  await bring({ url, begins: "2024-02-01", token: "k-12345678", token_header: "X-Api-Key" });
  await bring({ url, user: "öl", password: "p:w" });
  expect(server.asked).toEqual([
    `/t?a=2026-11-13T09%3A00%3A00Z&b=2026-11-13&c=${Date.parse("2026-11-13T09:00:00Z") / 1000}`,
    `/t?a=2024-02-01T00%3A00%3A00Z&b=2024-02-01&c=${Date.parse("2024-02-01") / 1000}`,
    `/t?a=1970-01-01T00%3A00%3A00Z&b=1970-01-01&c=0`,
  ]);
  expect(sent).toEqual([
    "Bearer k-12345678",
    undefined,
    undefined,
    "k-12345678",
    `Basic ${Buffer.from("öl:p:w").toString("base64")}`,
    undefined,
  ]);
});

test.each(["gzip", "x-gzip", "GZIP "])("an answer packed by %s is unpacked", async (packing) => {
  const body = gzipSync("id,at\n1,x\n");
  const server = await answering(text(body, "text/csv", { "content-encoding": packing }));
  expect((await bring({ url: server.url })).text).toBe("id,at\n1,x\n");
});

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Respond =>
  (_, response) => {
    response.writeHead(code, headers);
    response.end("secret words of theirs");
  };

test.each([
  [401, "source_refused"],
  [403, "source_refused"],
  [404, "source_refused"],
  [400, "source_refused"],
  [204, "source_refused"],
  [429, "source_unreachable"],
  [500, "source_unreachable"],
  [503, "source_unreachable"],
])("%i is %s, and says so without what the other side wrote", async (code, word) => {
  const server = await answering(status(code));
  const fault = bring({ url: server.url }, { limits: {} });
  await expect(fault).rejects.toMatchObject({
    code: word,
    message: `${new URL(server.url).host} answered ${code}`,
    hint: expect.stringMatching(/\.$/u),
  });
  expect(server.asked).toHaveLength(word === "source_refused" ? 1 : 3);
});

test("a busy server is asked again, after the time it names and not a longer one than is waited for", async () => {
  let tries = 0;
  const server = await answering((request, response) => {
    tries += 1;
    if (tries === 1) status(429, { "retry-after": "1" })(request, response);
    else if (tries === 2) request.socket.destroy();
    else json([row(1)])(request, response);
  });
  expect(idsIn((await bring({ url: server.url }, { limits: {} })).text)).toEqual([1]);
  server.respond(status(429, { "retry-after": "1" }));
  const impatient = { limits: { patienceMs: 500 } };
  await expect(bring({ url: server.url }, impatient)).rejects.toMatchObject({
    code: "source_unreachable",
    retryAfterMs: 1000,
  });
  expect(server.asked).toHaveLength(4);
});

test.each([
  ["Mon, 02 Nov 2026 06:00:00 GMT", 3_600_000],
  ["Mon, 02 Nov 2026 04:00:00 GMT", 0],
  ["-5", 0],
  ["soon", 0],
  ["1e9", 1e12],
])("Retry-After: %s is read by the clock of whoever sends it", async (after, wanted) => {
  const date = "Mon, 02 Nov 2026 05:00:00 GMT";
  const server = await answering(status(429, { "retry-after": after, date }));
  await expect(bring({ url: server.url }, { limits: { waitsMs: [] } })).rejects.toMatchObject({
    code: "source_unreachable",
    retryAfterMs: wanted,
  });
});

test("a page that breaks off is asked again, and none of it comes twice", async () => {
  let tries = 0;
  const server = await answering((request, response) => {
    tries += 1;
    if (tries !== 2)
      return json({ r: [row(tries)], n: tries < 3 ? "/2" : null })(request, response);
    response.writeHead(200, { "content-type": "application/json" });
    response.write(`{"r":[${JSON.stringify(row(2))},`);
    setTimeout(() => request.socket.destroy(), 20);
    return undefined;
  });
  const settings = { url: server.url, rows: "r", next: "n" };
  expect(idsIn((await bring(settings, { limits: {} })).text)).toEqual([1, 3]);
});
