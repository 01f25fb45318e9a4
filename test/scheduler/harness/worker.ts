import { once } from "node:events";
import type { Documents } from "../../../src/documents/store.ts";
import type { DeliveryPorts } from "../../../src/scheduler/deliveries.ts";
import { createLedger } from "../../../src/scheduler/ledger.ts";
import type { Poster } from "../../../src/scheduler/poster.ts";
import type { Joined } from "./joined.ts";

/** What becomes of a call that a worker makes of the world outside. */
export type CallFate = "ok" | "dies before" | "dies after" | "freezes before" | "freezes after";

export interface WorkerOptions {
  readonly ports: Omit<DeliveryPorts, "documents" | "quotas">;
  readonly joined: Joined;
  readonly fateOfCall: (nth: number) => CallFate;
}

/** One process: it may die in any of its calls, or stop for a while in the middle of one. */
export interface Worker {
  /** One look, as far as it comes before it dies or freezes. */
  readonly step: () => Promise<void>;
  readonly isDead: () => boolean;
  readonly isFrozen: () => boolean;
  readonly thaw: () => void;
  readonly kill: () => void;
  /** Changes that it had asked the store for and whose end it did not live to see. */
  readonly leftUnderWay: () => number;
}

export function startWorker({ ports, joined, fateOfCall }: WorkerOptions): Worker {
  let calls = 0;
  let isDead = false;
  let changing = 0;
  let leftUnderWay = 0;
  let frozen: Moment | null = null;
  let halted = newMoment();
  let current: Promise<void> | null = null;

  /** A stopped process does nothing, whatever it was waiting for; a dead one never again. */
  const gate = async (): Promise<void> => {
    if (isDead) return new Promise(() => {});
    if (frozen === null) return;
    await frozen.comes;
    await gate();
  };
  const kill = (): void => {
    if (isDead) return;
    isDead = true;
    leftUnderWay = changing;
    joined.cut();
  };
  const halt = (fate: CallFate): void => {
    if (fate.startsWith("dies")) kill();
    else frozen ??= newMoment();
    halted.now();
  };
  const call = async <T>(work: () => Promise<T>): Promise<T> => {
    await gate();
    const fate = fateOfCall((calls += 1));
    if (fate.endsWith("before")) halt(fate);
    await gate();
    try {
      return await work();
    } finally {
      if (fate.endsWith("after")) halt(fate);
      await gate();
    }
  };

  const { poster } = ports;
  const { documents, quotas } = joined;
  const change: Documents["change"] = async (by, edit) => {
    changing += 1;
    try {
      return await documents.change(by, edit);
    } finally {
      changing -= 1;
    }
  };
  const ledger = createLedger({
    ...ports,
    quotas,
    documents: {
      ...documents,
      change: (by, edit) => call(() => change(by, edit)),
    } satisfies Documents,
    poster: {
      post: (...all) => call(() => poster.post(...all)),
      findByKey: (...all) => call(() => poster.findByKey(...all)),
      amend: (...all) => call(() => poster.amend(...all)),
      tell: (...all) => call(() => poster.tell(...all)),
    } satisfies Poster,
  });

  return {
    step: async () => {
      if (isDead || frozen !== null) return;
      current ??= ledger.tick().finally(() => {
        current = null;
      });
      await Promise.race([current, halted.comes]);
    },
    isDead: () => isDead,
    isFrozen: () => frozen !== null,
    thaw: () => {
      const before = frozen;
      frozen = null;
      halted = newMoment();
      before?.now();
    },
    kill,
    leftUnderWay: () => leftUnderWay,
  };
}

/** Something that happens once, and may be waited for. */
interface Moment {
  readonly now: () => void;
  readonly comes: Promise<unknown>;
}

function newMoment(): Moment {
  const controller = new AbortController();
  return { now: () => controller.abort(), comes: once(controller.signal, "abort") };
}
