import type { Clock } from "../clock.ts";

type Taken =
  | { readonly ok: true; readonly person: string }
  | { readonly ok: false; readonly error: string };

/** Leave to open a modal: good for three seconds and for one use. */
export interface Triggers {
  readonly issue: (person: string) => string;
  readonly take: (id: string) => Taken;
}

/** Slack closes a trigger after three seconds. */
const lifeMs = 3000;

export function createTriggers(clock: Clock, nextId: (prefix: string) => string): Triggers {
  const issued = new Map<string, { person: string; atMs: number; isUsed: boolean }>();
  return {
    issue: (person) => {
      const id = nextId("trigger.");
      issued.set(id, { person, atMs: clock.now().getTime(), isUsed: false });
      return id;
    },
    take: (id) => {
      const trigger = issued.get(id);
      if (trigger === undefined) return { ok: false, error: "invalid_trigger_id" };
      if (clock.now().getTime() - trigger.atMs > lifeMs) {
        return { ok: false, error: "expired_trigger_id" };
      }
      if (trigger.isUsed) return { ok: false, error: "exchanged_trigger_id" };
      trigger.isUsed = true;
      return { ok: true, person: trigger.person };
    },
  };
}
