import { createServer } from "node:http";
import { portFault } from "../slack/port-fault.ts";
import type { Health } from "./health.ts";

export interface HealthPages {
  readonly health: () => Health;
  /** What Prometheus reads. */
  readonly metrics: () => Promise<string>;
}

export interface HealthPlace {
  readonly host: string;
  readonly port: number;
}

interface Served {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const json = "application/json";
const nothing = async (): Promise<Served> => ({ status: 404, type: json, body: "" });

/**
 * `GET /healthz` and `GET /metrics`, on a server of its own: a route on Slack's socket receiver
 * could be used to end the process. Gives the way to stop it; throws `config_invalid` where the port
 * cannot be opened.
 */
export async function serveHealth(
  { host, port }: HealthPlace,
  { health, metrics }: HealthPages,
): Promise<() => Promise<void>> {
  const pages: ReadonlyMap<string, () => Promise<Served>> = new Map([
    [
      "/healthz",
      async () => {
        const found = health();
        return {
          status: found.healthy ? 200 : 503,
          type: json,
          body: `${JSON.stringify(found)}\n`,
        };
      },
    ],
    [
      "/metrics",
      async () => ({ status: 200, type: "text/plain; version=0.0.4", body: await metrics() }),
    ],
  ]);
  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    const path = request.url?.split("?")[0] ?? "";
    const page = (request.method === "GET" ? pages.get(path) : undefined) ?? nothing;
    page().then(
      ({ status, type, body }) => response.writeHead(status, { "content-type": type }).end(body),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(portFault(error, "HEALTH_PORT") ?? error));
    server.listen(port, host, resolve);
  });
  return async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
}
