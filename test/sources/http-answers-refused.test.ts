import { createServer } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { afterTest } from "../closing.ts";
import { answering, json, type Respond, text } from "./answering.ts";
import { bring, idsIn, row } from "./bringing.ts";
import { refusal } from "./refusal.ts";

/** A server that answers with bytes of its own, and hangs up. */
async function answeringRaw(answer: string): Promise<string> {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => socket.end(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterTest(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`;
}

test.each<readonly [string, Respond, object, string]>([
  [
    "a page for people",
    text("<html>Sign in</html>", "text/html; charset=utf-8"),
    {},
    "a page for people",
  ],
  ["what it says is nothing known", text("%PDF", "application/pdf"), {}, "does not say what"],
  ["no JSON", text("Sorry, no.", "application/json"), {}, "no JSON"],
  ["JSON of another shape", json({ error: "x" }), {}, "no list of rows"],
  ["a list that stands elsewhere", json({ data: [] }), { rows: "tickets" }, "no list of rows"],
  ["an object where the list should be", json({ t: { a: 1 } }), { rows: "t" }, "no list of rows"],
  ["a list under a name with dots", json({ "a.t": [row(1)] }), { rows: "a.t" }, "no list of rows"],
  ["a list of lists", json([[1, 2]]), {}, "no rows with names"],
  ["a list of numbers", json({ t: [1] }), { rows: "t" }, "no rows with names"],
  ["text after the list", text('[{"id":1}] x', "application/json"), {}, "no JSON"],
  [
    "a packing that was not asked for",
    text(brotliCompressSync("[]"), "text/json", { "content-encoding": "br" }),
    {},
    "packs its answer in a way",
  ],
  [
    "a packing that is broken",
    text("no gzip", "text/json", { "content-encoding": "gzip" }),
    {},
    "packs its answer wrongly",
  ],
  ["an archive", text(gzipSync("id,at"), "application/octet-stream"), {}, "packed file"],
  ["nothing, as CSV", text("", "text/csv"), {}, "is empty"],
  ["a field that no row has", json([{ id: 1, date: 2 }]), {}, 'there is no field "at"'],
])("%s is refused in words", async (_, respond, settings, said) => {
  const server = await answering(respond);
  expect(await refusal({ url: server.url, ...settings })).toContain(said);
});

test("an empty list is no fault, where it should be", async () => {
  const server = await answering(json({ tickets: [], next: null }));
  const settings = { url: server.url, rows: "tickets", next: "next" };
  expect(idsIn((await bring(settings)).text)).toEqual([]);
  server.respond(json([]));
  expect(idsIn((await bring({ url: server.url })).text)).toEqual([]);
});

test("a field that few rows lack is none that is missing, where only changes are asked", async () => {
  const rows = Array.from({ length: 99 }, (_, id) => ({ id }));
  const server = await answering(json(rows));
  const context = { since: new Date("2026-11-16T09:00:00Z") };
  const changes = { url: `${server.url}/?from={since}` };
  expect(idsIn((await bring(changes, { context })).text)).toHaveLength(99);
  expect(await refusal({ url: server.url }, { context })).toContain("no field");
  server.respond(json([...rows, { id: 100 }]));
  expect(await refusal(changes, { context })).toContain("no field");
});

test("pages that never end are given up: the same address, the same rows, too many", async () => {
  const server = await answering(json({ r: [row(1)], n: "/" }));
  const settings = { url: server.url, rows: "r", next: "n" };
  expect(await refusal(settings)).toContain("again and again");
  expect(server.asked).toHaveLength(1);
  let at = 0;
  server.respond((request, response) => {
    at += 1;
    json({ r: [row(1)], n: `/${at}` })(request, response);
  });
  expect(await refusal(settings)).toContain("again and again");
  expect(server.asked).toHaveLength(4);
  server.respond((request, response) => {
    at += 1;
    json({ r: [row(at)], n: `/${at}` })(request, response);
  });
  expect(await refusal(settings, { limits: { pages: 5 } })).toContain("5 pages");
  expect(server.asked).toHaveLength(10);
  expect(await refusal(settings, { limits: { rows: 3 } })).toContain("3 rows");
  server.respond(json({ r: [row(1), row(2), row(3), row(4)] }));
  expect(await refusal(settings, { limits: { rows: 3 } })).toContain("3 rows");
  expect(await refusal(settings, { limits: { pullBytes: 64 } })).toContain("MB");
});

test("pages of JSON are not followed by one of CSV", async () => {
  const server = await answering((request, response) => {
    const isFirst = request.url === "/";
    (isFirst ? json({ r: [row(1)], n: "/2" }) : text("id,at\n2,x\n"))(request, response);
  });
  const settings = { url: server.url, rows: "r", next: "n" };
  expect(await refusal(settings)).toContain("a later page with CSV");
});

const megabyte = 1_048_576;

test("an answer that is too large is left where the bound is crossed, packed or not", async () => {
  let sent = 0;
  const endless: Respond = (_, response) => {
    response.writeHead(200, { "content-type": "text/csv" });
    response.on("error", () => undefined);
    const more = (): void => {
      while (!response.destroyed && sent < 200 * megabyte) {
        sent += 65_536;
        if (!response.write("x,".repeat(32_768))) return void response.once("drain", more);
      }
    };
    more();
  };
  const server = await answering(endless);
  expect(await refusal({ url: server.url }, { limits: { wireBytes: 2 * megabyte } })).toContain(
    "sends more than 2 MB",
  );
  expect(sent).toBeLessThan(100 * megabyte);
  const large = Array.from({ length: 200_000 }, (_, at) => `${at},${Math.sqrt(at)}\n`).join("");
  server.respond(text(gzipSync(large), "text/csv", { "content-encoding": "gzip" }));
  expect(await refusal({ url: server.url }, { limits: { unpackedBytes: 3 * megabyte } })).toContain(
    "unpacks to more than 3 MB",
  );
  server.respond(
    text(gzipSync(Buffer.alloc(4 * megabyte)), "text/csv", { "content-encoding": "gzip" }),
  );
  expect(await refusal({ url: server.url })).toContain("unpacks without end");
});

test("a record that is too large, and what is no record at all, is refused", async () => {
  const server = await answering(json([{ id: 1, at: "x".repeat(megabyte) }]));
  expect(await refusal({ url: server.url })).toContain("a record of more than 1 MB");
  server.respond(text(`{"id":"${"x".repeat(3 * megabyte)}"}\n`, "application/x-ndjson"));
  expect(await refusal({ url: server.url })).toContain("1 MB without a row");
  server.respond(text(`{"a":"${"x".repeat(5 * megabyte)}","r":[]}`, "application/json"));
  expect(
    await refusal({ url: server.url, rows: "r" }, { limits: { besideBytes: 2 * megabyte } }),
  ).toContain("2 MB without a row");
  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  server.respond(text(`[{"id":1,"at":${deep}}]`, "application/json"));
  expect(await refusal({ url: server.url })).toContain("a row more than 100 deep");
  const parts = `[${"{},".repeat(40_000)}{}]`;
  const said = "a row more than 100000 signs long";
  server.respond(text(`[{"id":1,"at":${parts}}]`, "application/json"));
  expect(await refusal({ url: server.url })).toContain(said);
  server.respond(text(`{"id":1,"at":${parts}}\n`, "application/jsonl"));
  expect(await refusal({ url: server.url })).toContain(said);
  server.respond(text(`{"beside":${parts},"r":[{"id":1,"at":2}]}`, "application/json"));
  expect(idsIn((await bring({ url: server.url, rows: "r" })).text)).toEqual([1]);
});

test("a table or lines that are cut off never look whole", async () => {
  const head = "HTTP/1.1 200 OK\r\ncontent-type: text/csv\r\n";
  expect(await refusal({ url: await answeringRaw(`${head}\r\nid,at\r\n1,2\r\n`) })).toContain(
    "where its answer ends",
  );
  expect(
    await refusal({ url: await answeringRaw(`${head}content-length: 99\r\n\r\nid,at\r\n`) }),
  ).toContain("breaks off");
  const chunks = `${head}transfer-encoding: chunked\r\n\r\n7\r\nid,at\r\n\r\n`;
  expect(await refusal({ url: await answeringRaw(chunks) })).toContain("breaks off");
  const cutLines = 'HTTP/1.1 200 OK\r\ncontent-type: application/jsonl\r\n\r\n{"id":1,"at":2}\n';
  expect(await refusal({ url: await answeringRaw(cutLines) })).toContain("where its answer ends");
  const cutJson = `HTTP/1.1 200 OK\r\ncontent-type: text/json\r\n\r\n[{"id":1,"at":2},`;
  expect(await refusal({ url: await answeringRaw(cutJson) })).toContain("breaks off");
  expect(
    await refusal({ url: await answeringRaw("HTTP/1.1 200 OK\r\ncontent-length: -5\r\n\r\n") }),
  ).toContain("breaks off");
  expect(await refusal({ url: await answeringRaw("nonsense\r\n\r\n") })).toContain("breaks off");
});
