import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openPostgresRecords } from "../../../src/records/postgres/open-postgres-records.ts";
import { locate } from "../../../src/documents/postgres/locate.ts";
import type { AppError } from "../../../src/errors.ts";
import { afterTest } from "../../closing.ts";
import { hasPostgres, onServer } from "../../fixtures/database.ts";
import { ownServer, serverFolder } from "../../fixtures/own-server.ts";
import { giveToServer, makeServer } from "../../fixtures/postgres-server.ts";
import { anAuthority } from "../../fixtures/certificates.ts";
import { opened } from "./postgres-for-tests.ts";

const secret = "p@ss/w0rd";

/** A server that answers over TLS alone, with a certificate of an authority that nobody knows. */
async function aSafeServer(isFor: string) {
  const folder = await serverFolder();
  const home = await makeServer(folder);
  const [authority, other] = [
    await anAuthority(folder, "ours"),
    await anAuthority(folder, "other"),
  ];
  await authority.certify("server", isFor);
  await giveToServer(join(folder, "server.key"), 0o600);
  await giveToServer(join(folder, "server.pem"), 0o600);
  const rules = ["hostssl all all 127.0.0.1/32 scram-sha-256", ""];
  await writeFile(join(home, "pg_hba.conf"), rules.join("\n"));
  const { url, port } = await ownServer(home, {
    ssl: "on",
    ssl_cert_file: join(folder, "server.pem"),
    ssl_key_file: join(folder, "server.key"),
  });
  await onServer(`${url}?sslmode=require&uselibpqcompat=true`, [
    `create role goalpost login password '${secret}'`,
    "create database safe owner goalpost",
  ]);
  const at = (host: string, search: string): string =>
    `postgres://goalpost:${encodeURIComponent(secret)}@${host}:${port}/safe${search}`;
  return { at, authority, other };
}

const full = (path: string): string => `?sslmode=verify-full&sslrootcert=${path}`;

/** What opening it throws; neither that nor what it warns of holds the password. */
async function refusalOf(url: string): Promise<AppError> {
  const warnings: string[] = [];
  const error: AppError = await opened(url, { warn: (text) => void warnings.push(text) }).then(
    () => {
      throw new Error("it was opened");
    },
    (reason: AppError) => reason,
  );
  const chain = [error, error.cause].map((each) =>
    JSON.stringify(each ?? null, Object.getOwnPropertyNames(each ?? {})),
  );
  expect([...chain, ...warnings].join("\n")).not.toMatch(/p@ss|p%40ss|w0rd/u);
  return error;
}

describe.skipIf(!hasPostgres)("a database that is reached over TLS", () => {
  test("is used where authority and name are right, and refused in words where not", async () => {
    const { at, authority, other } = await aSafeServer("DNS:localhost");
    const right = at("localhost", full(authority.path));
    const { documents } = await opened(right);
    expect(await documents.goals.list()).toEqual([]);
    expect(
      await onServer(`${right}&uselibpqcompat=true`, [
        "select ssl from pg_stat_ssl join pg_stat_activity using (pid) where application_name = 'goalpost'",
      ]),
    ).toEqual([{ ssl: true }]);
    const { settings: connection } = locate(right);
    const records = await openPostgresRecords({ connection, zone: "UTC", roots: [] });
    afterTest(records.close);
    expect(await records.query("select 1 as one")).toEqual([{ one: 1 }]);

    for (const [url, reason] of [
      [at("localhost", full(other.path)), /could not be reached safely: .*certificate/u],
      [at("localhost", "?sslmode=verify-full"), /could not be reached safely: .*certificate/u],
      [at("127.0.0.1", full(authority.path)), /could not be reached safely: .*127\.0\.0\.1/u],
    ] as const) {
      const error = await refusalOf(url);
      expect(error).toMatchObject({ code: "database_refused" });
      expect(error.message).toMatch(reason);
      expect(error.hint).toMatch(/“sslmode” and “sslrootcert” in DATABASE_URL\.$/u);
    }
    // Whoever asks for no more than encryption, or for the authority alone, gets that.
    for (const search of ["?sslmode=require", `?sslmode=verify-ca&sslrootcert=${authority.path}`]) {
      expect(await (await opened(at("127.0.0.1", search))).documents.notes.list()).toEqual([]);
    }
    const error = await refusalOf(at("localhost", "?sslmode=disable"));
    expect(error).toMatchObject({ code: "database_refused" });
    expect(error.message).toMatch(/no encryption/u);
  });
});
