import type { Clock } from "../clock.ts";

/** Long enough to spare Slack, short enough that a lost right is lost before lunch. */
const keptMs = 5 * 60_000;

/** Answers kept for a while; a failure is not kept. */
export function keepFor<T>(clock: Clock, ask: (id: string) => Promise<T>) {
  const kept = new Map<string, { readonly atMs: number; readonly answer: Promise<T> }>();
  return (id: string): Promise<T> => {
    const nowMs = clock.now().getTime();
    const known = kept.get(id);
    // By either sign: what a clock that was ahead has kept would hold until that time.
    if (known !== undefined && Math.abs(nowMs - known.atMs) < keptMs) return known.answer;
    if (kept.size > 5_000) kept.clear();
    const answer = ask(id);
    kept.set(id, { atMs: nowMs, answer });
    answer.catch(() => kept.delete(id));
    return answer;
  };
}
