import { AppError } from "../../errors.ts";
import type { Amended } from "../poster.ts";
import type { Bench } from "./bench.ts";

/** `later`: another try may do it; `never`: the message cannot be changed any more. */
export type Amending = "done" | "later" | "never";

const minute = 60_000;
const final = new Set<string>(["slack_refused", "slack_closed", "slack_shared"]);

/** Says corrections in a message that was sent, in its turn: nobody waits for it, so it comes behind what is due. */
export function createAmend({
  ports: { poster, timer, log },
  pace,
  standing,
  stopping,
}: Bench): (amended: Amended) => Promise<Amending> {
  /** False where its turn does not come, or too late. */
  const inTurn = async (channel: string): Promise<boolean> => {
    for (;;) {
      const { waitMs, isTaken } = await pace.next(channel, true);
      if (!isTaken && waitMs > minute) return false;
      if (waitMs > 0) await timer.wait(waitMs, stopping);
      if (stopping.aborted) return false;
      if (isTaken) return true;
    }
  };

  return async (amended) => {
    const { channel, ts } = amended;
    if (stopping.aborted || !(await inTurn(channel))) return "later";
    try {
      await poster.amend(amended);
      standing.isLetIn();
      return "done";
    } catch (error) {
      const { code = null, retryAfterMs } = error instanceof AppError ? error : {};
      if (retryAfterMs !== undefined) await pace.hold(channel, retryAfterMs);
      if (code === "slack_shut_out") standing.isShutOut(error);
      const isFinal = code !== null && final.has(code);
      log.warn({ error, channel, ts, isFinal }, "a digest does not show its correction");
      return isFinal ? "never" : "later";
    }
  };
}
