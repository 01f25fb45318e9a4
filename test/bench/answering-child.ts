import { createServer } from "node:http";
import { Readable } from "node:stream";

/** A server in a process of its own that answers with 190 MB of tickets, and says its port. */
const bytes = 190_000_000;

const ticket = (id: number): string =>
  `{"id":${id},"at":"2026-11-${10 + (id % 9)}T08:00:00Z","subject":"Ticket ${id} about ${Math.sin(id)} ${Math.cos(id)}","via":{"channel":"email","of":${Math.sqrt(id)}},"tags":["a${id % 999}","b"]}`;

function* tickets(): Iterable<string> {
  let sent = 0;
  yield "[";
  for (let id = 0; sent < bytes; id += 100) {
    const some = Array.from({ length: 100 }, (_, at) => `${ticket(id + at)},`).join("");
    sent += some.length;
    yield some;
  }
  yield `${ticket(0)}]`;
}

/** One row of seven million parts. */
function* parts(): Iterable<string> {
  yield '[{"id":1,"at":2,"subject":[';
  for (let sent = 0; sent < 20_000_000; sent += 60_000) yield "{},".repeat(20_000);
  yield "{}]}]";
}

const server = createServer((request, response) => {
  response.on("error", () => undefined);
  response.writeHead(200, { "content-type": "application/json" });
  Readable.from(request.url === "/parts" ? parts() : tickets()).pipe(response);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`${typeof address === "object" ? address?.port : 0}\n`);
});
