import type { App } from "@slack/bolt";
import { z } from "zod";
import type { Clock } from "../clock.ts";
import type { Seen } from "../documents/seen.ts";
import type { Drain } from "./drain.ts";
import type { Log } from "./log.ts";

const bodySchema = z.looseObject({
  type: z.string().optional(),
  event_id: z.string().optional(),
  trigger_id: z.string().optional(),
});

/**
 * Stands before every listener: acknowledges at once and before any work, lets each request through
 * only once however often Slack delivers it, and counts it as being worked on. Listeners neither
 * can forget this nor have to know it.
 */
export function acknowledgeAll(
  app: App,
  { drain, seen, clock, log }: { drain: Drain; seen: Seen; clock: Clock; log: Log },
): void {
  app.use((args) =>
    drain.during(async () => {
      const body = bodySchema.safeParse(args.body).data ?? {};
      // Events were acknowledged before; these two carry their answer in the acknowledgement.
      const answersItself = body.type === "view_submission" || body.type === "block_suggestion";
      if ("ack" in args && !answersItself) await args.ack?.();
      const sentAt: unknown = args.context["sentAtSeconds"];
      if (typeof sentAt === "number" && sentAt > clock.now().getTime() / 1000 + 60) {
        log.warn({}, "A request from the future was left alone; compare the clocks");
        return;
      }
      const key = answersItself ? null : keyOf(body);
      if (key !== null && !(await seen.isFirst(key))) return;
      await args.next();
    }),
  );
}

const keyOf = ({ event_id, trigger_id }: z.infer<typeof bodySchema>): string | null => {
  if (event_id !== undefined) return `event:${event_id}`;
  return trigger_id === undefined ? null : `trigger:${trigger_id}`;
};
