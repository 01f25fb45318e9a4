import { expect, test } from "vitest";
import { answering, json, text } from "./answering.ts";
import { bring, host, idsIn, row } from "./bringing.ts";
import { refusal } from "./refusal.ts";

const leadsTo = (...addresses: readonly string[]) => ({
  resolve: async () => addresses.map((address) => ({ address, family: 4 })),
});

test("nobody is sent on to another host, by a page, the header Link or a redirect", async () => {
  const other = await answering(json([row(2)]));
  const server = await answering(json({ r: [row(1)], n: `${other.url}/steal` }));
  expect(await refusal({ url: server.url, rows: "r", next: "n", token: "k-12345678" })).toContain(
    "another host",
  );
  server.respond(json([row(1)], { link: `<${other.url}/steal>; rel=next` }));
  expect(await refusal({ url: server.url })).toContain("another host");
  server.respond((_, response) => {
    response.writeHead(302, { location: `${other.url}/steal` });
    response.end();
  });
  expect(await refusal({ url: server.url })).toContain("answered 302");
  server.respond(json({ r: [row(1)], n: "file:///etc/passwd" }));
  expect(await refusal({ url: server.url, rows: "r", next: "n" })).toContain("another host");
  expect(other.asked).toEqual([]);
});

test("a server that says nothing, drips or stops in the middle is left alone in time", async () => {
  const server = await answering(() => undefined);
  const once = { limits: { waitsMs: [] } };
  expect(await refusal({ url: server.url }, once)).toContain("does not answer in time");
  server.respond((_, response) => {
    response.writeHead(200, { "content-type": "text/csv" });
    response.write("id,at\n");
  });
  expect(await refusal({ url: server.url }, once)).toContain("does not answer in time");
  server.respond((_, response) => {
    response.writeHead(200, { "content-type": "text/csv" });
    const drip = setInterval(() => response.write("1,2\n"), 20);
    response.on("close", () => clearInterval(drip));
  });
  expect(await refusal({ url: server.url }, { limits: { waitsMs: [], answerMs: 400 } })).toContain(
    "does not come to the end",
  );
  expect(await refusal({ url: server.url }, { limits: { pullMs: 500, answerMs: 400 } })).toContain(
    "takes longer",
  );
  server.respond((_, response) => void response.writeHead(500).end());
  const waiting = { limits: { pullMs: 500, waitsMs: [60_000] } };
  expect(await refusal({ url: server.url }, waiting)).toContain("takes longer");
});

test("addresses of a network of one's own are asked only where that is said, and are looked at as the connection opens", async () => {
  const server = await answering(json([row(1)]));
  const { port } = new URL(server.url);
  const named = `http://desk.example.com:${port}/`;
  const [home, away, link] = ["127.0.0.1", "93.184.216.34", "169.254.169.254"];
  expect(await refusal({ url: server.url, private: false })).toContain(
    "where no source may be asked",
  );
  expect(await refusal({ url: `http://[::ffff:127.0.0.1]:${port}/`, private: false })).toContain(
    "may be asked",
  );
  expect(await refusal({ url: `http://0x7f.1:${port}/`, private: false })).toContain(
    "may be asked",
  );
  expect(await refusal({ url: named, private: false }, leadsTo(home))).toContain("may be asked");
  expect(await refusal({ url: named, private: false }, leadsTo(away, home))).toContain(
    "may be asked",
  );
  expect(await refusal({ url: named }, leadsTo(home, link))).toContain("may be asked");
  expect(await refusal({ url: `http://${link}/latest/meta-data/` })).toContain("may be asked");
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
  expect(await refusal({ url: named, rows: "r", next: "n" }, { resolve: moving })).toContain(
    "may be asked",
  );
  expect(lookups).toBe(2);
});

test("a name nobody knows, a port nobody listens at, a certificate nobody trusts", async () => {
  const nobody = Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" });
  const resolve = async () => Promise.reject(nobody);
  expect(await refusal({ url: "http://desk.invalid/" }, { resolve })).toContain(
    "a name nobody knows",
  );
  expect(await refusal({ url: "http://desk.invalid/" }, { resolve: async () => [] })).toContain(
    "a name nobody knows",
  );
  const never = { resolve: () => new Promise<never>(() => undefined), limits: { waitsMs: [] } };
  expect(await refusal({ url: "http://desk.invalid/" }, never)).toContain("answer in time");
  expect(await refusal({ url: "http://127.0.0.1:1/" })).toContain("takes no connection");
  const server = await answering(json([]));
  expect(await refusal({ url: server.url.replace("http:", "https:") })).toContain("no certificate");
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
