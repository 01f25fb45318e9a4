import { join } from "node:path";
import { onServer } from "../fixtures/database.ts";
import { ownServer, serverFolder } from "../fixtures/own-server.ts";
import { makeServer, type PostgresServer, runBinary } from "../fixtures/postgres-server.ts";
import { aLeadingAddress, type LeadingAddress } from "./leading-address.ts";

/** A primary and its synchronous standby behind one address. */
export interface Pair {
  /** Of who owns the database, through that address. */
  readonly url: string;
  readonly address: LeadingAddress;
  readonly primary: () => PostgresServer;
  readonly standby: () => PostgresServer;
  /** The standby is the primary from now on; where the address leads is the caller's. */
  readonly promote: () => Promise<PostgresServer>;
  /** Gives the primary a standby again. */
  readonly addStandby: () => Promise<void>;
  /** The same database on one of the servers, as its superuser. */
  readonly at: (server: PostgresServer) => string;
}

const database = "desk";

export async function aPair(): Promise<Pair> {
  let primary = await ownServer(await makeServer(await serverFolder()), {});
  await onServer(primary.url, [
    "create role goalpost login password 'word'",
    `create database ${database} owner goalpost`,
  ]);
  let standby = await aStandbyOf(primary);
  const address = await aLeadingAddress(primary.port);
  return {
    url: `postgres://goalpost:word@127.0.0.1:${address.port}/${database}`,
    address,
    primary: () => primary,
    standby: () => standby,
    promote: async () => {
      await onServer(standby.url, ["select pg_promote(true)"]);
      primary = standby;
      return primary;
    },
    addStandby: async () => {
      standby = await aStandbyOf(primary);
    },
    at: (server) => server.url.replace(/[^/]*$/u, database),
  };
}

/** One that has every commit before it is acknowledged. */
async function aStandbyOf(primary: PostgresServer): Promise<PostgresServer> {
  const home = join(await serverFolder(), "data");
  const copied = ["-d", primary.url, "-D", home, "-R", "-X", "stream", "-c", "fast", "--no-sync"];
  await runBinary("pg_basebackup", copied);
  const standby = await ownServer(home, {});
  await onServer(primary.url, [
    "alter system set synchronous_standby_names = '*'",
    "select pg_reload_conf()",
  ]);
  const synced = "select 1 from pg_stat_replication where sync_state = 'sync'";
  while ((await onServer(primary.url, [synced])).length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return standby;
}
