import type { Delivery } from "../documents/shape.ts";
import type { Documents, Draft } from "../documents/store.ts";
import type { Locale } from "../i18n/locale.ts";
import { toAlert } from "./new-delivery.ts";

/** Something that may be wrong, as it was found now. */
export interface Finding {
  /** What it is called for as long as it lasts: `fell:g1:behind`. */
  readonly id: string;
  /** Null where it cannot be told now, which changes nothing. */
  readonly isSo: boolean | null;
  /** What is said, and to whom, when it begins. */
  readonly alerts: readonly DueAlert[];
}

export interface DueAlert {
  readonly id: string;
  /** The goal it is about, of which one alert a day is enough; null where it is about none. */
  readonly about: string | null;
  /** Or a person, whose direct messages it goes to. */
  readonly channel: string;
  readonly owner: string;
  readonly locale: Locale;
  readonly occurrence: string;
}

/** The mark that says that findings were looked at before. */
const begun = (kind: string): string => `alerts:${kind}`;

/**
 * Writes down alerts of what has begun since the last look: one for as long as it lasts. What is so
 * at the very first look of a kind has begun long ago, and nobody is told.
 */
export function createAlerting(
  documents: Documents,
): (kind: string, findings: readonly Finding[]) => Promise<void> {
  const by = { who: "scheduler", via: "scheduler" };

  return async (kind, findings) => {
    const marked = new Set((await documents.marks.list()).map(({ id }) => id));
    const isNews =
      !marked.has(begun(kind)) ||
      findings.some(({ id, isSo }) => isSo !== null && isSo !== marked.has(id));
    if (!isNews) return;
    const now = await documents.now();
    await documents.change(by, (draft) => write(kind, findings, draft, now));
  };
}

async function write(
  kind: string,
  findings: readonly Finding[],
  { marks, deliveries }: Pick<Draft, "marks" | "deliveries">,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const isFirst = (await marks.get(begun(kind))) === null;
  if (isFirst) await marks.put({ id: begun(kind), at });
  const known = await deliveries.list();
  for (const { id, isSo, alerts } of findings) {
    const isMarked = (await marks.get(id)) !== null;
    if (isSo === false && isMarked) await marks.remove(id);
    if (isSo !== true || isMarked) continue;
    // One that waits for tomorrow is not marked: it is found again then, if it is still so.
    if (!isFirst && alerts.some((alert) => hadOneToday(alert, known, at))) continue;
    await marks.put({ id, at });
    for (const alert of isFirst ? [] : alerts) {
      const isKnown = known.some((each) => each.id === alert.id);
      if (!isKnown) await deliveries.put(toAlert(alert, now));
    }
  }
}

const hadOneToday = ({ about }: DueAlert, known: readonly Delivery[], at: string): boolean =>
  about !== null &&
  known.some(
    (each) =>
      each.kind === "alert" && each.about === about && each.dueAt.slice(0, 10) === at.slice(0, 10),
  );
