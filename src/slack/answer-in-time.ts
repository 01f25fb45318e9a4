import { setTimeout as sleep } from "node:timers/promises";

/** Slack waits three seconds for an answer; the way there takes some of it. */
const patienceMs = 2_300;

const late = Symbol("late");

/**
 * For requests whose acknowledgement carries the answer: acknowledges with the work's result, or
 * with `meanwhile` when it takes too long. Gives the result that came too late, else null.
 */
export async function answerInTime<T, A>(
  ack: (answer: A) => Promise<void>,
  work: Promise<T>,
  toAnswer: (result: T) => A,
  meanwhile: A,
): Promise<T | null> {
  const first = await Promise.race([work, sleep(patienceMs, late, { ref: false })]);
  if (first !== late) {
    await ack(toAnswer(first));
    return null;
  }
  await ack(meanwhile);
  return work;
}
