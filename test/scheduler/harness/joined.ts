import type { Clock } from "../../../src/clock.ts";
import type { Quotas } from "../../../src/documents/quotas.ts";
import type { Documents } from "../../../src/documents/store.ts";
import type { Timer } from "../../../src/scheduler/timer.ts";

/** One process's way to the store. */
export interface Joined {
  readonly documents: Documents;
  readonly quotas: Quotas;
  /** The process is gone, and with it whatever of it was on the way. */
  readonly cut: () => void;
}

/** The store of a run; its clock is the one given. */
export interface HarnessStore {
  /** As the run itself sees it. */
  readonly documents: Documents;
  readonly join: () => Promise<Joined>;
}

/** `ms` only runs forward. */
export type OpenStore = (clock: Clock & Pick<Timer, "ms">) => Promise<HarnessStore>;
