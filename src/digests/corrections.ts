import { isDeepStrictEqual } from "node:util";
import type { PostedFigure } from "../documents/posted-figure.ts";
import type { Delivery } from "../documents/shape.ts";
import { isKpiId, kpiById } from "../kpis/index.ts";
import type { Kpi } from "../kpis/kpi.ts";
import type { Reports } from "../reports/reports.ts";

/** A figure that was posted, and what it is now. */
export interface Correction {
  readonly before: PostedFigure;
  readonly after: PostedFigure;
}

/** A figure older than this is history: nobody acts on it any more. */
const keepMs = 35 * 86_400_000;
/** Less than this is no news unless it crosses the target. */
const leastShare = 0.01;
const most = 5;

export interface CorrectionPorts {
  readonly reports: Reports;
  readonly onFault: (what: string, error: unknown) => void;
}

type Told = Pick<Delivery, "channel" | "state" | "sentAt" | "posted" | "thread">;

/** What a channel was last told of each figure, corrections included; what stands in a thread not all have read. */
export const lastTold = (
  deliveries: readonly Told[],
  channel: string,
  now: Date,
): readonly PostedFigure[] =>
  toldIn(
    deliveries.filter(
      (each) => each.channel === channel && each.state === "sent" && each.thread === null,
    ),
  ).filter(({ to }) => now.getTime() - new Date(to).getTime() <= keepMs);

/** What messages said last of each figure. */
export function toldIn(
  messages: readonly Pick<Told, "sentAt" | "posted">[],
): readonly PostedFigure[] {
  const told = messages
    .toSorted((a, b) => (a.sentAt ?? "").localeCompare(b.sentAt ?? ""))
    .flatMap(({ posted }) => posted);
  return told.filter(
    (figure, at) => !told.slice(at + 1).some((later) => isSameFigure(later, figure)),
  );
}

export function isSameFigure(a: PostedFigure, b: PostedFigure): boolean {
  return isDeepStrictEqual(identityOf(a), identityOf(b));
}

const identityOf = ({ kpi, definition, options, where, from, to }: PostedFigure) => ({
  kpi,
  definition,
  options,
  where,
  from,
  to,
});

/**
 * Posted figures that late or changed records have moved by one percent or over their target, those
 * that moved most first. A figure whose records are gone, or that cannot be measured now, is left as it was told.
 */
export async function correctionsOf(
  told: readonly PostedFigure[],
  { reports, onFault }: CorrectionPorts,
): Promise<readonly Correction[]> {
  const corrections: Correction[] = [];
  for (const before of told) {
    try {
      corrections.push(...(await correctionOf(before, reports)));
    } catch (error) {
      // Told another time: what the digest says of its own period does not wait for it.
      onFault(before.kpi, error);
    }
  }
  return corrections.toSorted((a, b) => movedBy(b) - movedBy(a)).slice(0, most);
}

async function correctionOf(
  before: PostedFigure,
  reports: Reports,
): Promise<readonly Correction[]> {
  const { kpi, where, options } = before;
  if (!isKpiId(kpi) || before.definition !== `${kpi}@${kpiById(kpi).version}`) return [];
  const period = { from: new Date(before.from), to: new Date(before.to) };
  const { value, sample } = await reports.figure(kpi, { period, where, options });
  const after = { ...before, value, sample };
  return value !== null && isNews(before, after, kpiById(kpi)) ? [{ before, after }] : [];
}

function isNews(before: PostedFigure, after: PostedFigure, { better }: Kpi): boolean {
  if (movedBy({ before, after }) >= leastShare) return true;
  return isMet(before, better) !== isMet(after, better);
}

/** As a share of what was posted; a figure that was not there at all moved furthest. */
function movedBy({ before, after }: Correction): number {
  if (before.value === after.value) return 0;
  if (before.value === null || before.value === 0 || after.value === null) return Infinity;
  return Math.abs((after.value - before.value) / before.value);
}

function isMet({ value, target }: PostedFigure, better: Kpi["better"]): boolean {
  if (value === null || target === null || better === "neutral") return false;
  return better === "higher" ? value >= target : value <= target;
}
