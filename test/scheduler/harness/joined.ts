import type { Clock } from "../../../src/clock.ts";
import type { Documents } from "../../../src/documents/store.ts";

/** One process's way to the store. */
export interface Joined {
  readonly documents: Documents;
  /** The process is gone, and with it whatever of it was on the way. */
  readonly cut: () => void;
}

/** The store of a run; its clock is the one given. */
export interface HarnessStore {
  /** As the run itself sees it. */
  readonly documents: Documents;
  readonly join: () => Promise<Joined>;
}

export type OpenStore = (clock: Clock) => Promise<HarnessStore>;
