import type { DeliveryPorts } from "../../../src/scheduler/deliveries.ts";
import type { dice } from "./dice.ts";
import type { HarnessStore } from "./joined.ts";
import type { HarnessTime } from "./time.ts";
import { startWorker, type CallFate, type Worker } from "./worker.ts";

const minute = 60_000;

export interface FleetOptions {
  readonly size: number;
  readonly chance: ReturnType<typeof dice>;
  readonly time: HarnessTime;
  /** Of all calls of a worker: it dies in it, or stops for some minutes. */
  readonly deathShare: number;
  readonly freezeShare: number;
  readonly join: HarnessStore["join"];
  readonly ports: Omit<DeliveryPorts, "documents" | "quotas" | "holder" | "clock" | "timer">;
}

/** So many processes on one store; where one dies, another starts. */
export function createFleet(options: FleetOptions) {
  const { size, chance, time, deathShare, freezeShare, join, ports } = options;
  const counts = { starts: 0, deaths: 0, freezes: 0, leftUnderWay: 0 };
  let running: Worker[] = [];
  const wakesAt = new Map<Worker, number>();

  const start = async (slot: number): Promise<Worker> => {
    const holder = `w${(counts.starts += 1)}`;
    // Up to five minutes wrong, each its own way: what they share is the store's clock.
    const skewMs = (chance("skew", slot) - 0.5) * 10 * minute;
    const fateOfCall = (nth: number): CallFate => {
      const fell = chance("call", holder, nth);
      const when = chance("when", holder, nth) < 0.5 ? "before" : "after";
      if (fell < deathShare) counts.deaths += 1;
      if (fell < deathShare) return `dies ${when}`;
      return fell < deathShare + freezeShare ? `freezes ${when}` : "ok";
    };
    const clock = { now: () => new Date(time.now().getTime() + skewMs) };
    return startWorker({
      ports: { ...ports, clock, timer: time.timer, holder },
      joined: await join(),
      fateOfCall,
    });
  };

  const wake = (worker: Worker): void => {
    if (!worker.isFrozen()) return;
    const now = time.timer.ms();
    const at = wakesAt.get(worker);
    if (at === undefined) {
      counts.freezes += 1;
      wakesAt.set(worker, now + minute + chance("sleep", counts.freezes) * 6 * minute);
    } else if (now >= at) {
      wakesAt.delete(worker);
      worker.thaw();
    }
  };

  return {
    counts,
    /** Every process looks once, and goes as far as it comes. */
    step: async (): Promise<void> => {
      for (const worker of running) counts.leftUnderWay += worker.leftUnderWay();
      running = running.filter((worker) => !worker.isDead());
      while (running.length < size) running.push(await start(running.length));
      running.forEach(wake);
      await Promise.all(running.map((worker) => worker.step()));
    },
    /** All of them are gone at once. */
    stop: (): void => {
      for (const worker of running) worker.kill();
      running = [];
      wakesAt.clear();
    },
  };
}
