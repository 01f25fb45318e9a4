import type { Delivery, Digest } from "../documents/shape.ts";
import { say } from "../i18n/say.ts";
import { localDay } from "../periods/local-day.ts";
import { figureTexts } from "./correction-text.ts";
import { isSameFigure, toldIn } from "./corrections.ts";
import { sayDay } from "./say-when.ts";

/**
 * What notes under a digest have told, a line for each figure, the oldest first: when it was
 * corrected, what had been told before, and what since. `zone` is that of the figures.
 */
export function correctionsTold(
  sent: Delivery,
  notes: readonly Delivery[],
  digest: Pick<Digest, "zone">,
  zone: string,
): readonly string[] {
  const { locale } = sent;
  const inOrder = notes.toSorted((a, b) => (a.sentAt ?? "").localeCompare(b.sentAt ?? ""));
  return inOrder.flatMap(({ sentAt, posted }, at) => {
    const told = toldIn([sent, ...inOrder.slice(0, at)]);
    const day = sayDay(localDay(new Date(sentAt ?? sent.dueAt), digest.zone), locale);
    return posted.flatMap((after) => {
      const before = told.find((figure) => isSameFigure(figure, after));
      if (before === undefined) return [];
      const texts = figureTexts({ before, after }, zone, locale);
      return [say(locale, (t) => t.digests.corrected, { day, ...texts })];
    });
  });
}
