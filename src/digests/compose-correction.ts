import type { PostedFigure } from "../documents/posted-figure.ts";
import type { Delivery, Digest } from "../documents/shape.ts";
import { say } from "../i18n/say.ts";
import type { ComposePorts } from "./compose.ts";
import { correctionText } from "./correction-text.ts";
import { correctionsOf, toldIn } from "./corrections.ts";
import { asOfText } from "./goal-cards.ts";
import type { Reminder } from "./outgoing.ts";

export interface CorrectionNote {
  readonly note: Reminder;
  /** What the figures are now, to be set against later records. */
  readonly posted: readonly PostedFigure[];
}

/**
 * What has changed in the figures of a digest that was posted, counting what notes under it have told
 * already; null where nothing has. `notes` are the deliveries in its thread.
 */
export async function composeCorrection(
  sent: Delivery,
  notes: readonly Delivery[],
  { zone }: Digest,
  ports: Pick<ComposePorts, "reports" | "periods" | "freshness" | "onFault">,
): Promise<CorrectionNote | null> {
  const corrections = await correctionsOf(toldIn([sent, ...notes]), ports);
  if (corrections.length === 0) return null;
  const { locale } = sent;
  const lines = corrections.map((each) => correctionText(each, ports.periods.zone, locale));
  return {
    note: {
      locale,
      title: say(locale, (t) => t.alerts.corrected),
      parts: [{ lines, choices: [] }],
      footer: asOfText(await ports.freshness(), locale, zone),
    },
    posted: corrections.map(({ after }) => after),
  };
}
