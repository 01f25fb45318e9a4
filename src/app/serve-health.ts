import { createServer } from "node:http";

/** What the health server is asked for: whether the bot does its work. */
export type IsHealthy = () => boolean;

/**
 * `GET /healthz` on 127.0.0.1, on a server of its own: a route on Slack's socket receiver could be
 * used to end the process. Gives the way to stop it.
 */
export async function serveHealth(
  port: number,
  isHealthy: IsHealthy,
): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    const isAsked = request.method === "GET" && request.url === "/healthz";
    const status = isAsked ? (isHealthy() ? 200 : 503) : 404;
    const body = isAsked ? `${JSON.stringify({ healthy: status === 200 })}\n` : "";
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
}
