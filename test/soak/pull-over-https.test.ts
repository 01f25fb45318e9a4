import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { afterTest } from "../closing.ts";
import { builtProgram } from "../fixtures/built-program.ts";
import { anAuthority } from "../fixtures/certificates.ts";
import { newFolder } from "../fixtures/new-folder.ts";

const program = builtProgram();
const token = "desk-token-9f8e7d6c";

/** Forty tickets of the week from 9 November, one in four answered at first contact. */
const tickets = Array.from({ length: 40 }, (_, at) => ({
  id: 10_000_000_000_000_000_000n + BigInt(at),
  created_at: `2026-11-${10 + (at % 4)}T08:00:00Z`,
  channel: at % 2 === 0 ? "email" : "chat",
}));

const pageOf = (from: number): string => {
  const rows = tickets
    .slice(from, from + 15)
    .map(
      (ticket) =>
        `{"id":${ticket.id},"created_at":"${ticket.created_at}","via":{"channel":"${ticket.channel}"}}`,
    );
  const next = from + 15 < tickets.length ? `"/api?from=${from + 15}"` : "null";
  return `{"tickets":[${rows.join(",")}],"next":${next}}`;
};

async function aDesk() {
  const folder = newFolder();
  const authority = await anAuthority(folder, "our-authority");
  await authority.certify("desk", "DNS:localhost");
  const read = (name: string) => readFileSync(join(folder, name));
  const seen: string[] = [];
  const server = createServer(
    { key: read("desk.key"), cert: read("desk.pem") },
    (request, response) => {
      seen.push(request.url ?? "");
      if (request.headers.authorization !== `Bearer ${token}`) {
        return void response.writeHead(401).end(`no such token ${request.headers.authorization}`);
      }
      const from = Number(new URL(request.url ?? "", "https://x").searchParams.get("from") ?? 0);
      response.writeHead(200, { "content-type": "application/json" });
      return response.end(pageOf(from));
    },
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterTest(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  writeFileSync(
    join(folder, "goalpost.yml"),
    `workspace: { timezone: Europe/Berlin }
sources:
  - name: desk
    type: http
    url: https://localhost:${port}/api?since={since}
    private: true
    token: { env: DESK_TOKEN }
    rows: tickets
    next: next
    records: { tickets: { id: id, created_at: created_at, channel: via.channel } }
`,
  );
  const run = async (argv: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const options = {
      cwd: folder,
      env: {
        PATH: process.env["PATH"] ?? "",
        LOG_LEVEL: "debug",
        DESK_TOKEN: token,
        // Nobody listens there, and nobody is to be asked.
        HTTPS_PROXY: "http://127.0.0.1:1",
        https_proxy: "http://127.0.0.1:1",
        ...env,
      },
    };
    return await promisify(execFile)(process.execPath, [program, ...argv], options).then(
      ({ stdout, stderr }) => ({ exit: 0, out: stdout, err: stderr }),
      (fault: { code: number; stdout: string; stderr: string }) => ({
        exit: fault.code,
        out: fault.stdout,
        err: fault.stderr,
      }),
    );
  };
  return { run, seen, authority, folder };
}

test("the program pulls over TLS with an authority of one's own, and no key is shown or kept", async () => {
  const { run, seen, authority, folder } = await aDesk();
  const trusted = { NODE_EXTRA_CA_CERTS: authority.path };
  const untrusted = await run(["pull"], { NODE_TLS_REJECT_UNAUTHORIZED: "0" });
  expect(untrusted).toMatchObject({ exit: 1 });
  expect(untrusted.err).toContain("no certificate that can be trusted");
  expect(seen).toEqual([]);

  const wrong = await run(["pull"], { ...trusted, DESK_TOKEN: "wrong-token-1234" });
  expect(wrong).toMatchObject({ exit: 1 });
  expect(wrong.err).toMatch(/localhost:\d+ answered 401/u);
  expect(wrong.err).toContain("See whether its token is right");
  expect((await run(["doctor"], trusted)).out).toMatch(/✗ desk: .*answered 401/u);

  expect(await run(["pull"], trusted)).toMatchObject({
    exit: 0,
    out: "desk: 40 rows, 40 changed\n",
  });
  const asked = ["kpi", "ticket_volume", "2026-W46", "by", "channel", "--json"];
  const answer = await run([...asked, "--at", "2026-11-18"], trusted);
  expect(JSON.parse(answer.out)).toMatchObject({
    value: 40,
    segments: [
      { key: { channel: "chat" }, value: 20 },
      { key: { channel: "email" }, value: 20 },
    ],
  });
  const again = await run(["pull"], trusted);
  expect(again.out).toBe("desk: 40 rows, 0 changed\n");
  const since = new URL(seen.at(-3) ?? "", "https://x").searchParams.get("since") ?? "";
  const days = (Date.now() - Date.parse(since)) / 86_400_000;
  expect([Math.floor(days), Math.ceil(days)]).toEqual([14, 15]);

  const said = [untrusted, wrong, answer, again].map(({ out, err }) => out + err).join("");
  const { stdout: kept } = await promisify(execFile)("grep", ["-rlaF", token, folder]).catch(
    (fault: { stdout: string }) => fault,
  );
  expect([said.includes(token), said.includes("wrong-token"), kept]).toEqual([false, false, ""]);
});
