import type { Delivery, Digest } from "../documents/shape.ts";
import type { Answer } from "../reports/answer.ts";
import type { ComposeAsked, ComposePorts } from "./compose.ts";
import { measureRows } from "./measure-rows.ts";
import type { Row } from "./posted-figures.ts";

/** When a digest stops waiting for data and goes out without. */
export const waitsUntil = (
  { dueAt }: Pick<Delivery, "dueAt">,
  { waitMinutes }: Pick<Digest, "waitMinutes">,
): Date => new Date(new Date(dueAt).getTime() + waitMinutes * 60_000);

/**
 * Until when a digest that is due should wait, because a source that is not current does not reach
 * the end of its period yet; null where everything is there, or it has waited long enough.
 */
export async function awaitedUntil(
  delivery: Delivery,
  digest: Digest,
  asked: ComposeAsked,
  ports: ComposePorts,
): Promise<Date | null> {
  const until = waitsUntil(delivery, digest);
  const now = ports.clock.now();
  if (now >= until) return null;
  const rows = await measureRows(asked, ports);
  return rows.some((row) => isAwaited(row, now)) ? until : null;
}

const isAwaited = ({ answer }: Row, now: Date): boolean =>
  answer !== null &&
  answer.freshness.some(
    ({ state, asOf }) => state !== "fresh" && (asOf === null || asOf < endOf(answer, now)),
  );

/** A week that is not over is wanted up to now. */
const endOf = ({ period }: Answer, now: Date): Date => (period.complete ? period.to : now);
