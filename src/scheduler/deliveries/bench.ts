import { outgoingSchema } from "../../digests/outgoing.ts";
import type { Delivery } from "../../documents/shape.ts";
import type { Documents } from "../../documents/store.ts";
import type { DeliveryPorts } from "../deliveries.ts";
import type { Leases, Patch } from "../lease.ts";
import type { Opened } from "../opened.ts";
import type { Pace } from "../pace.ts";
import type { Standing } from "../standing.ts";

/** What every step of a delivery works with. */
export interface Bench {
  readonly ports: DeliveryPorts;
  readonly leases: Leases;
  readonly pace: Pace;
  readonly standing: Standing;
  readonly opened: () => Promise<Opened>;
  /** Given when the process ends: nothing new is begun. */
  readonly stopping: AbortSignal;
  /** That long from now, by the store's clock. */
  readonly later: (ms: number) => Promise<string>;
}

/** It stands in the channel. */
export async function found(
  { payload, posted: kept }: Delivery,
  ts: string,
  documents: Documents,
): Promise<Patch> {
  const sentAt = (await documents.now()).toISOString();
  const message = payload === null ? null : outgoingSchema.parse(payload);
  const posted = message?.kind === "digest" ? message.digest.figures : kept;
  return { state: "sent", ts, sentAt, posted, payload: null, reason: null, nextAt: null };
}
