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
  /** From now on nothing reaches the standby. */
  readonly part: () => Promise<void>;
  /** The standby is the primary from now on; where the address leads is the caller's. */
  readonly promote: () => Promise<PostgresServer>;
  /** Gives the primary a standby again. */
  readonly addStandby: () => Promise<void>;
  /** The same database on one of the servers, as its superuser. */
  readonly at: (server: PostgresServer) => string;
}

const database = "desk";

/** Whether the standby has every commit before it is acknowledged. */
export async function aPair({ isSynchronous = true } = {}): Promise<Pair> {
  let primary = await ownServer(await makeServer(await serverFolder()), {});
  await onServer(primary.url, [
    "create role goalpost login password 'word'",
    `create database ${database} owner goalpost`,
  ]);
  let standby = await aStandbyOf(primary, isSynchronous);
  const address = await aLeadingAddress(primary.port);
  return {
    url: `postgres://goalpost:word@127.0.0.1:${address.port}/${database}`,
    address,
    primary: () => primary,
    standby: () => standby,
    part: async () => {
      const nowhere = "alter system set primary_conninfo = ''";
      await onServer(standby.url, [nowhere, "select pg_reload_conf()"]);
      await until(primary, "select 1 where not exists (select 1 from pg_stat_replication)");
    },
    promote: async () => {
      await onServer(standby.url, ["select pg_promote(true)"]);
      primary = standby;
      return primary;
    },
    addStandby: async () => {
      standby = await aStandbyOf(primary, isSynchronous);
    },
    at: (server) => server.url.replace(/[^/]*$/u, database),
  };
}

async function aStandbyOf(
  primary: PostgresServer,
  isSynchronous: boolean,
): Promise<PostgresServer> {
  const home = join(await serverFolder(), "data");
  const copied = ["-d", primary.url, "-D", home, "-R", "-X", "stream", "-c", "fast", "--no-sync"];
  await runBinary("pg_basebackup", copied);
  const standby = await ownServer(home, {});
  if (isSynchronous) {
    const names = "alter system set synchronous_standby_names = '*'";
    await onServer(primary.url, [names, "select pg_reload_conf()"]);
  }
  const state = isSynchronous ? "sync_state = 'sync'" : "state = 'streaming'";
  await until(primary, `select 1 from pg_stat_replication where ${state}`);
  return standby;
}

/** Asks until there is a row. */
async function until(server: PostgresServer, sql: string): Promise<void> {
  while ((await onServer(server.url, [sql])).length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
