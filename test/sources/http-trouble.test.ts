import { createServer } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { afterTest } from "../closing.ts";
import { answering, json, type Respond, text } from "./answering.ts";
import { bring, host, idsIn, row } from "./bringing.ts";

const refusal = (settings: object, more = {}): Promise<unknown> =>
  bring(settings, { limits: {}, ...more }).catch((thrown: unknown) => thrown);

const saying = (words: string) => ({
  message: expect.stringContaining(words),
  hint: expect.stringMatching(/\.$/u),
});

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

const leadsTo = (...addresses: readonly string[]) => ({
  resolve: async () => addresses.map((address) => ({ address, family: 4 })),
});

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
  expect(await refusal({ url: server.url, ...settings })).toMatchObject(saying(said));
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
  const since = new Date("2026-11-16T09:00:00Z");
  expect(idsIn((await bring({ url: server.url }, { context: { since } })).text)).toHaveLength(99);
  server.respond(json([...rows, { id: 100 }]));
  expect(await refusal({ url: server.url }, { context: { since } })).toMatchObject(
    saying("no field"),
  );
});

test("nobody is sent on to another host, by a page, the header Link or a redirect", async () => {
  const other = await answering(json([row(2)]));
  const server = await answering(json({ r: [row(1)], n: `${other.url}/steal` }));
  expect(
    await refusal({ url: server.url, rows: "r", next: "n", token: "k-12345678" }),
  ).toMatchObject(saying("another host"));
  server.respond(json([row(1)], { link: `<${other.url}/steal>; rel=next` }));
  expect(await refusal({ url: server.url })).toMatchObject(saying("another host"));
  server.respond((_, response) => {
    response.writeHead(302, { location: `${other.url}/steal` });
    response.end();
  });
  expect(await refusal({ url: server.url })).toMatchObject(saying("answered 302"));
  server.respond(json({ r: [row(1)], n: "file:///etc/passwd" }));
  expect(await refusal({ url: server.url, rows: "r", next: "n" })).toMatchObject(
    saying("another host"),
  );
  expect(other.asked).toEqual([]);
});

test("pages that never end are given up: the same address, the same rows, too many", async () => {
  const server = await answering(json({ r: [row(1)], n: "/" }));
  const settings = { url: server.url, rows: "r", next: "n" };
  expect(await refusal(settings)).toMatchObject(saying("again and again"));
  expect(server.asked).toHaveLength(1);
  let at = 0;
  server.respond((request, response) => {
    at += 1;
    json({ r: [row(1)], n: `/${at}` })(request, response);
  });
  expect(await refusal(settings)).toMatchObject(saying("again and again"));
  expect(server.asked).toHaveLength(4);
  server.respond((request, response) => {
    at += 1;
    json({ r: [row(at)], n: `/${at}` })(request, response);
  });
  expect(await refusal(settings, { limits: { pages: 5 } })).toMatchObject(saying("5 pages"));
  expect(server.asked).toHaveLength(9);
  expect(await refusal(settings, { limits: { rows: 3 } })).toMatchObject(saying("3 rows"));
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
  expect(
    await refusal(
      { url: server.url },
      {
        limits: { wireBytes: 2 * megabyte },
      },
    ),
  ).toMatchObject(saying("sends more than 2 MB"));
  expect(sent).toBeLessThan(100 * megabyte);
  const large = Array.from({ length: 200_000 }, (_, at) => `${at},${Math.sqrt(at)}\n`).join("");
  server.respond(text(gzipSync(large), "text/csv", { "content-encoding": "gzip" }));
  expect(
    await refusal(
      { url: server.url },
      {
        limits: { unpackedBytes: 3 * megabyte },
      },
    ),
  ).toMatchObject(saying("unpacks to more than 3 MB"));
  server.respond(
    text(gzipSync(Buffer.alloc(4 * megabyte)), "text/csv", { "content-encoding": "gzip" }),
  );
  expect(await refusal({ url: server.url })).toMatchObject(saying("unpacks without end"));
});

test("a record that is too large, and what is no record at all, is refused", async () => {
  const server = await answering(json([{ id: 1, at: "x".repeat(megabyte) }]));
  expect(await refusal({ url: server.url })).toMatchObject(saying("a record of more than 1 MB"));
  server.respond(text(`{"id":"${"x".repeat(3 * megabyte)}"}\n`, "application/x-ndjson"));
  expect(await refusal({ url: server.url })).toMatchObject(saying("1 MB without a row"));
  server.respond(text(`{"a":"${"x".repeat(5 * megabyte)}","r":[]}`, "application/json"));
  expect(
    await refusal(
      { url: server.url, rows: "r" },
      {
        limits: { besideBytes: 2 * megabyte },
      },
    ),
  ).toMatchObject(saying("2 MB without a row"));
  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  server.respond(text(`[{"id":1,"at":${deep}}]`, "application/json"));
  expect(await refusal({ url: server.url })).toMatchObject(saying("more than 100 deep"));
});

test("a server that says nothing, drips or stops in the middle is left alone in time", async () => {
  const server = await answering(() => undefined);
  const once = { limits: { waitsMs: [] } };
  expect(await refusal({ url: server.url }, once)).toMatchObject(saying("does not answer in time"));
  server.respond((_, response) => {
    response.writeHead(200, { "content-type": "text/csv" });
    response.write("id,at\n");
  });
  expect(await refusal({ url: server.url }, once)).toMatchObject(saying("does not answer in time"));
  server.respond((_, response) => {
    response.writeHead(200, { "content-type": "text/csv" });
    const drip = setInterval(() => response.write("1,2\n"), 20);
    response.on("close", () => clearInterval(drip));
  });
  expect(
    await refusal(
      { url: server.url },
      {
        limits: { waitsMs: [], answerMs: 400 },
      },
    ),
  ).toMatchObject(saying("does not come to the end"));
  expect(
    await refusal({ url: server.url }, { limits: { pullMs: 500, answerMs: 400 } }),
  ).toMatchObject(saying("takes longer"));
});

test("a table that is cut off never looks whole", async () => {
  const head = "HTTP/1.1 200 OK\r\ncontent-type: text/csv\r\n";
  expect(await refusal({ url: await answeringRaw(`${head}\r\nid,at\r\n1,2\r\n`) })).toMatchObject(
    saying("where its answer ends"),
  );
  expect(
    await refusal({ url: await answeringRaw(`${head}content-length: 99\r\n\r\nid,at\r\n`) }),
  ).toMatchObject(saying("breaks off"));
  const chunks = `${head}transfer-encoding: chunked\r\n\r\n7\r\nid,at\r\n\r\n`;
  expect(await refusal({ url: await answeringRaw(chunks) })).toMatchObject(saying("breaks off"));
  const cutJson = `HTTP/1.1 200 OK\r\ncontent-type: text/json\r\n\r\n[{"id":1,"at":2},`;
  expect(await refusal({ url: await answeringRaw(cutJson) })).toMatchObject(saying("breaks off"));
  expect(
    await refusal({ url: await answeringRaw("HTTP/1.1 200 OK\r\ncontent-length: -5\r\n\r\n") }),
  ).toMatchObject(saying("breaks off"));
  expect(await refusal({ url: await answeringRaw("nonsense\r\n\r\n") })).toMatchObject(
    saying("breaks off"),
  );
});

test("addresses of a network of one's own are asked only where that is said, and are looked at as the connection opens", async () => {
  const server = await answering(json([row(1)]));
  const { port } = new URL(server.url);
  const named = `http://desk.example.com:${port}/`;
  const [home, away, link] = ["127.0.0.1", "93.184.216.34", "169.254.169.254"];
  expect(await refusal({ url: server.url, private: false })).toMatchObject(
    saying("where no source may be asked"),
  );
  expect(
    await refusal({ url: `http://[::ffff:127.0.0.1]:${port}/`, private: false }),
  ).toMatchObject(saying("may be asked"));
  expect(await refusal({ url: `http://0x7f.1:${port}/`, private: false })).toMatchObject(
    saying("may be asked"),
  );
  expect(await refusal({ url: named, private: false }, leadsTo(home))).toMatchObject(
    saying("may be asked"),
  );
  expect(await refusal({ url: named, private: false }, leadsTo(away, home))).toMatchObject(
    saying("may be asked"),
  );
  expect(await refusal({ url: named }, leadsTo(home, link))).toMatchObject(saying("may be asked"));
  expect(await refusal({ url: `http://${link}/latest/meta-data/` })).toMatchObject(
    saying("may be asked"),
  );
  expect(server.asked).toEqual([]);
  expect(idsIn((await bring({ url: named }, leadsTo(home))).text)).toEqual([1]);
  // A name that leads elsewhere from its second connection on.
  let lookups = 0;
  server.respond((request, response) => {
    response.setHeader("connection", "close");
    json({ r: [row(1)], n: "/2" })(request, response);
  });
  const moving = async () => {
    lookups += 1;
    return [{ address: lookups === 1 ? home : link, family: 4 }];
  };
  expect(await refusal({ url: named, rows: "r", next: "n" }, { resolve: moving })).toMatchObject(
    saying("may be asked"),
  );
  expect(lookups).toBe(2);
});

test("a name nobody knows, a port nobody listens at, a certificate nobody trusts", async () => {
  const nobody = Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" });
  const resolve = async () => Promise.reject(nobody);
  expect(await refusal({ url: "http://desk.invalid/" }, { resolve })).toMatchObject(
    saying("a name nobody knows"),
  );
  expect(await refusal({ url: "http://127.0.0.1:1/" })).toMatchObject(
    saying("takes no connection"),
  );
  const server = await answering(json([]));
  expect(await refusal({ url: server.url.replace("http:", "https:") })).toMatchObject(
    saying("no certificate"),
  );
});

test("no fault shows the path, the query or the key", async () => {
  const server = await answering((request) => request.socket.destroy());
  const settings = { url: `${server.url}/s3cret-path?key=s3cret-query`, token: "s3cret-token" };
  for (const respond of [json({ a: 1 }), json([{ id: 1 }]), text("x", "text/html")]) {
    const fault = await bring(settings, { limits: {} }).catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({ message: expect.stringContaining(host(server)) });
    expect(JSON.stringify(fault) + String(fault) + String((fault as Error).cause)).not.toContain(
      "s3cret",
    );
    server.respond(respond);
  }
});

test("told to stop, it stops at once", async () => {
  const control = new AbortController();
  const server = await answering(() => control.abort(new Error("enough")));
  const { signal } = control;
  await expect(bring({ url: server.url }, { limits: {}, context: { signal } })).rejects.toThrow(
    "enough",
  );
});
