import type { Method } from "./method.ts";

/** Hands out an address for one Socket Mode connection. */
export const connections = (nextUrl: () => string): Readonly<Record<string, Method>> => ({
  "apps.connections.open": {
    status: "supported",
    token: "app",
    run: () => ({ ok: true, url: nextUrl() }),
  },
});
