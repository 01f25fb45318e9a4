import { expect, test } from "vitest";
import { answering, json } from "./answering.ts";
import { bring, idsIn, row } from "./bringing.ts";
import { refusal } from "./refusal.ts";

test("pages follow the address each names, in its body or in the header Link, until one names none", async () => {
  const server = await answering((request, response) => {
    const page = Number(new URL(request.url ?? "", "http://x").searchParams.get("page") ?? 1);
    const next = page < 3 ? `/tickets?page=${page + 1}` : null;
    json({ tickets: [row(page)], links: { next } })(request, response);
  });
  const inBody = { url: `${server.url}/tickets`, rows: "tickets", next: "links.next" };
  expect(idsIn((await bring(inBody)).text)).toEqual([1, 2, 3]);
  server.respond((request, response) => {
    const isFirst = request.url === "/tickets";
    const link = `<${server.url}/tickets?page=9>; rel="last", </tickets?page=2>; rel="next"`;
    json([row(isFirst ? 1 : 2)], isFirst ? { link } : {})(request, response);
  });
  expect(idsIn((await bring({ url: `${server.url}/tickets` })).text)).toEqual([1, 2]);
});

test("a name with dots in it is a name", async () => {
  const server = await answering((request, response) => {
    const isFirst = request.url === "/t";
    const next = isFirst ? { "@odata.nextLink": "/t?skip=1" } : {};
    json({ value: [row(isFirst ? 1 : 2)], deep: { "@odata.nextLink": "/no" }, ...next })(
      request,
      response,
    );
  });
  const settings = { url: `${server.url}/t`, rows: "value", next: "@odata.nextLink" };
  expect(idsIn((await bring(settings)).text)).toEqual([1, 2]);
});

test("pages by a mark, by counting, and the last one by what it says", async () => {
  const server = await answering((request, response) => {
    const after = new URL(request.url ?? "", "http://x").searchParams.get("after");
    const at = after === null ? 1 : Number(after.slice(1));
    json({ rows: [row(at)], mark: `m${at + 1}`, has: { more: at < 3 } })(request, response);
  });
  const marked = { url: `${server.url}/t?x=1`, rows: "rows", next: "mark", next_as: "after" };
  expect(idsIn((await bring({ ...marked, more: "has.more" })).text)).toEqual([1, 2, 3]);
  expect(server.asked).toEqual(["/t?x=1", "/t?x=1&after=m2", "/t?x=1&after=m3"]);
  server.respond((request, response) => {
    const page = Number(new URL(request.url ?? "", "http://x").searchParams.get("page"));
    json({ rows: page < 4 ? [row(page)] : [] })(request, response);
  });
  const counted = { url: `${server.url}/t?page={page}`, rows: "rows" };
  expect(idsIn((await bring(counted)).text)).toEqual([1, 2, 3]);
  server.respond(json({ rows: [row(1)], next: "/t?again", end_of_stream: true }));
  const ended = { url: server.url, rows: "rows", next: "next", ends: "end_of_stream" };
  expect(idsIn((await bring(ended)).text)).toEqual([1]);
});

/** Answers with the n-th of these at the n-th question, with a row of that number in it. */
const inTurn = async (pages: readonly (readonly [page: object, link?: readonly string[]])[]) => {
  let at = 0;
  return await answering((_, response) => {
    const [page, link = []] = pages[at] ?? [{}];
    at += 1;
    response.writeHead(200, { "content-type": "application/json", link: [...link] });
    response.end(JSON.stringify({ r: [row(at)], ...page }));
  });
};

const idsOf = async (pages: Parameters<typeof inTurn>[0], more: object) => {
  const { url } = await inTurn(pages);
  return idsIn((await bring({ url: `${url}/?page={page}`, rows: "r", ...more })).text);
};

test("the header Link is read whole: in several lines, of any length, among other words", async () => {
  const far = `</?c=${"x".repeat(9000)}>; rel="first"`;
  const links = [
    ['</0>; rel="prev"', '</1>; rel="next"'],
    [`${far}, </2>; title="a, b"; rel=next`],
    ['</3>; rel="last next"'],
  ];
  const server = await inTurn(links.map((link) => [{}, link] as const));
  expect(idsIn((await bring({ url: server.url, rows: "r" })).text)).toEqual([1, 2, 3, 4]);
  expect(server.asked).toEqual(["/", "/1", "/2", "/3"]);
});

test("what stands at next: is all that is asked, where it is named", async () => {
  const link = ['</9>; rel="next"'];
  const pages = [
    [{ next: "m2" }, link],
    [{ next: null }, link],
  ] as const;
  const server = await inTurn(pages);
  const settings = { url: server.url, rows: "r", next: "next", next_as: "c" };
  expect(idsIn((await bring(settings)).text)).toEqual([1, 2]);
  expect(server.asked).toEqual(["/", "/?c=m2"]);
});

const long = `/${"2".repeat(8000)}`;

test.each([[{ href: "/2" }], [["/2"]], [true], [long]])(
  "what is no address of a page is refused (%#)",
  async (next) => {
    const server = await answering(json({ r: [row(1)], next }));
    const settings = { url: server.url, rows: "r", next: "next" };
    expect(await refusal(settings)).toContain("names no address for its next page");
  },
);

test("a page without rows ends those that are counted, and others only where it leads nowhere new", async () => {
  const none = { r: [] };
  const named = [
    [{ next: "/2" }],
    [{ ...none, next: "/3" }],
    [{ ...none, next: "/4" }],
    [{}],
  ] as const;
  const byName = { url: (await inTurn(named)).url, rows: "r", next: "next" };
  expect(idsIn((await bring(byName)).text)).toEqual([1, 4]);
  const polled = await inTurn([[{ next: "/2" }], [{ ...none, next: "/2" }]]);
  expect(idsIn((await bring({ ...byName, url: polled.url })).text)).toEqual([1]);
  expect(await idsOf([[{}], [none], [{}]], {})).toEqual([1]);
  const told = [
    ...Array.from({ length: 5 }, () => [{ ...none, more: true }] as const),
    [{ more: false }],
  ] as const;
  expect(await idsOf(told, { more: "more" })).toEqual([6]);
  const ends = [[{ ends: false }], [{ ...none, ends: false }], [{ ends: true }]] as const;
  expect(await idsOf(ends, { ends: "ends" })).toEqual([1, 3]);
});

test("nobody is asked the same under another mark within the page", async () => {
  const server = await inTurn([[{ next: "/2#a" }], [{ next: "/2#b" }]]);
  const settings = { url: server.url, rows: "r", next: "next" };
  expect(await refusal(settings)).toContain("again and again");
  expect(server.asked).toEqual(["/", "/2"]);
});
