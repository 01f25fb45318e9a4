import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { excludeSchema, recordsSchema } from "../../src/records/mapping.ts";
import type { PullRequest } from "../../src/records/store.ts";
import { httpLimits } from "../../src/sources/http/http-limits.ts";
import { httpSource } from "../../src/sources/http/http-source.ts";
import { afterTest } from "../closing.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import type { Answering } from "../sources/answering.ts";
import { openDesk } from "./pulling.ts";
import type { StoreName } from "./stores.ts";

export const source = httpSource({
  resolve: async () => [{ address: "127.0.0.1", family: 4 }],
  limits: { ...httpLimits, waitsMs: [] },
});

export const tickets = {
  tickets: { id: "id", created_at: "created", solved_at: "solved", channel: "via.channel" },
};

interface Ticket {
  readonly id: number;
  readonly created: string;
  readonly solved: string | null;
  readonly via: { readonly channel: string };
}

export const ticket = (id: number, more: Partial<Ticket> = {}): Ticket => ({
  id,
  created: "2026-11-10T08:00:00Z",
  solved: null,
  via: { channel: "email" },
  ...more,
});

export const sinceOf = (path: string) => new URL(path, "http://x").searchParams.get("since");

/** A store whose source `desk` answers at an address. */
export async function aFarDesk(store: StoreName, incomingFolder = join(newFolder(), "incoming")) {
  const desk = await openDesk({ incomingFolder }, store);
  afterTest(desk.close);
  const requestOf = (settings: object, more: Partial<PullRequest> = {}): PullRequest => {
    const whole = { private: true, rows: "tickets", ...settings };
    return {
      name: "desk",
      zone: "UTC",
      records: recordsSchema.parse(tickets),
      exclude: excludeSchema.parse([]),
      isFar: true,
      asks: source.asks(whole),
      read: (asked) =>
        source.read(whole, { ...asked, folder: desk.folder, roots: [desk.folder], closed: [] }),
      ...more,
    };
  };
  const pull = (server: Answering, more: object = {}, how: Partial<PullRequest> = {}) =>
    desk.records.pullSource(requestOf({ url: `${server.url}/?since={since}`, ...more }, how));
  const left = () => (existsSync(incomingFolder) ? readdirSync(incomingFolder) : []);
  const ids = async () => (await desk.held("tickets")).map(({ id }) => id);
  const state = async () => (await desk.records.sourceStates())[0];
  return { ...desk, pull, ids, left, state };
}
