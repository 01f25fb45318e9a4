import type { App } from "@slack/bolt";
import { z } from "zod";
import type { Seen } from "../documents/seen.ts";
import type { Drain } from "./drain.ts";
import { describeError, type Log } from "./log.ts";

const bodySchema = z.looseObject({
  type: z.string().optional(),
  event_id: z.string().optional(),
  trigger_id: z.string().optional(),
});

/**
 * Stands before every listener: acknowledges at once and before any work, lets each request through
 * only once however often it arrives, and counts it as being worked on. Listeners neither can
 * forget this nor have to know it.
 */
export function acknowledgeAll(
  app: App,
  { drain, seen, log }: { drain: Drain; seen: Seen; log: Log },
): void {
  const isFirst = async (key: string): Promise<boolean> => {
    try {
      return await seen.isFirst(key);
    } catch (error) {
      // The store is away: the work will find that out as well, and says so to the person.
      log.warn({ error: describeError(error) }, "Nobody could say whether this was done before");
      return true;
    }
  };

  app.use((args) =>
    drain.during(async () => {
      const body = bodySchema.safeParse(args.body).data ?? {};
      // Events were acknowledged before; these two carry their answer in the acknowledgement.
      const answersItself = body.type === "view_submission" || body.type === "block_suggestion";
      const acknowledge = async (): Promise<void> => {
        if ("ack" in args) await args.ack?.();
      };
      if (!answersItself) await acknowledge();
      // Slack signs each delivery anew: the same signature again is somebody who listened.
      const signature: unknown = args.context["signature"];
      if (typeof signature === "string" && !(await isFirst(`signature:${signature}`))) {
        log.warn({}, "A request that was answered before was left alone");
        if (answersItself) await acknowledge();
        return;
      }
      const key = answersItself ? null : keyOf(body);
      if (key !== null && !(await isFirst(key))) return;
      await args.next();
    }),
  );
}

const keyOf = ({ event_id, trigger_id }: z.infer<typeof bodySchema>): string | null => {
  if (event_id !== undefined) return `event:${event_id}`;
  return trigger_id === undefined ? null : `trigger:${trigger_id}`;
};
