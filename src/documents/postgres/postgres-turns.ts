import { randomUUID } from "node:crypto";
import type { Turns } from "../turns.ts";
import type { Database } from "./database.ts";

/**
 * A turn is a row with an end, by the server's clock. Whoever has it moves the end on while it
 * lives: from a process that was killed, or frozen, it falls to the next who asks.
 */
export const createPostgresTurns = (
  { ask }: Pick<Database, "ask">,
  warn: (message: string) => void,
): Turns => ({
  take: async (name, forMs) => {
    const holder = randomUUID();
    const end = "clock_timestamp() + $3 * interval '1 millisecond'";
    const taken = await ask(
      `insert into goalpost.turns as held (name, holder, until) values ($1, $2, ${end})
      on conflict (name) do update set holder = excluded.holder, until = excluded.until
      where held.until <= clock_timestamp() or held.holder = excluded.holder
      returning name`,
      [name, holder, forMs],
    );
    if (taken.length === 0) return null;
    const renew = async (): Promise<void> => {
      try {
        await ask(`update goalpost.turns set until = ${end} where name = $1 and holder = $2`, [
          name,
          holder,
          forMs,
        ]);
      } catch (error) {
        warn(`The turn of ${name} could not be kept: ${String(error)}.`);
      }
    };
    const timer = setInterval(() => void renew(), forMs / 3);
    timer.unref();
    return {
      release: async () => {
        clearInterval(timer);
        await ask("delete from goalpost.turns where name = $1 and holder = $2", [name, holder]);
      },
    };
  },
});
