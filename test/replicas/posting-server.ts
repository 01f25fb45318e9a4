import { once } from "node:events";
import { createServer } from "node:http";
import { afterTest } from "../closing.ts";

/** A Slack for several processes: takes its time, and answers one post in five not at all. */
export async function startPosting() {
  const posts: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const { key }: { key: string } = JSON.parse(body);
      if (request.url === "/find") {
        const at = posts.indexOf(key);
        return void response.end(JSON.stringify(at < 0 ? null : `${at}`));
      }
      setTimeout(() => {
        posts.push(key);
        if (posts.length % 5 === 0) request.socket.destroy();
        else response.end(JSON.stringify(`${posts.length - 1}`));
      }, 20);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  afterTest(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { posts, url: `http://127.0.0.1:${port}` };
}
