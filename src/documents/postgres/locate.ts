import { Client, type ClientConfig } from "pg";
import { AppError } from "../../errors.ts";

export interface Located {
  /** What is said of it: `goalpost` and `db.example.com:5432`, without user and password. */
  readonly name: string;
  readonly server: string;
  /** Both, in the sentences of a fault. */
  readonly place: string;
  readonly settings: ClientConfig;
}

/**
 * Reads DATABASE_URL as `psql` does: what `sslmode` means is what PostgreSQL's own programs mean by
 * it, where the library reads `require` as `verify-full`.
 */
export function locate(url: string): Located {
  if (/^\w+:\/\/(?:[^/@]*@)?[^/?]*,/u.test(url)) {
    throw new AppError("database_refused", "DATABASE_URL names more than one server", {
      hint: "Name one address that always leads to the primary: a proxy's, or one that moves with it.",
    });
  }
  const isPlain = !/[?&](?:sslmode|uselibpqcompat)=/u.test(url) || /[?&]uselibpqcompat=/u.test(url);
  const connectionString = isPlain
    ? url
    : `${url}${url.includes("?") ? "&" : "?"}uselibpqcompat=true`;
  try {
    const { host, port, database } = new Client({ connectionString });
    const name = database ?? "?";
    const server = host.startsWith("/") ? host : `${host}:${port}`;
    return { name, server, place: `${name} at ${server}`, settings: { connectionString } };
  } catch (cause) {
    // What the library says of it may hold the URL, and with it the password.
    const reason = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    throw new AppError("database_refused", "DATABASE_URL cannot be read", {
      hint: reason
        ? "A file that it names for TLS is not there."
        : "It looks like postgres://user:password@host:5432/database?sslmode=verify-full.",
    });
  }
}
