import type { IncomingMessage } from "node:http";

/**
 * Whether a request really comes from this machine's own page or app: a foreign name that resolves
 * to 127.0.0.1 (DNS rebinding) shows in Host, another site's page in Origin.
 */
export function isFromHere({ headers, method }: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = headers;
  const site = headers["sec-fetch-site"];
  const isLink = headers["sec-fetch-mode"] === "navigate" && method === "GET";
  return (
    host !== undefined &&
    hosts.includes(host) &&
    (origin === undefined || hosts.some((each) => origin === `http://${each}`)) &&
    (isLink || site === undefined || site === "same-origin" || site === "none")
  );
}
