import type { Delivery } from "../../documents/shape.ts";
import { within } from "../../digests/within.ts";
import { frozen } from "../frozen.ts";
import type { Bench } from "./bench.ts";
import { retryStep, type Step } from "./step.ts";

/** Data that are awaited are looked for this often. */
const awaitMs = 5 * 60_000;

/** Together shorter than the lease: whatever hangs, the delivery is let go of and tried again. */
const composeMs = 80_000;
const lookMs = 25_000;

/** Measures and freezes what will be said, once its data are there. */
export function createPrepare({
  ports: { documents, awaits, compose, random, log },
  later,
}: Bench): (delivery: Delivery) => Promise<Step> {
  const waitFor = async (until: Date): Promise<Step> => {
    const next = await later(awaitMs);
    const nextAt = new Date(next) < until ? next : until.toISOString();
    return { patch: { state: "due", reason: "not_fresh", hasWaited: true, nextAt } };
  };

  return async (delivery) => {
    try {
      const until = delivery.kind === "scheduled" ? await within(lookMs, awaits(delivery)) : null;
      if (until !== null) return await waitFor(until);
      const payload = frozen(await within(composeMs, compose(delivery)));
      return { patch: { state: "ready", payload, nextAt: null, attempts: 0, reason: null } };
    } catch (error) {
      log.error({ error, delivery: delivery.id }, "a message could not be composed");
      const attempts = delivery.attempts + 1;
      const now = await documents.now();
      return retryStep(delivery, { now, random, reason: "not_measured", attempts });
    }
  };
}
