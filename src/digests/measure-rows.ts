import type { Reports } from "../reports/reports.ts";
import type { ComposeAsked, ComposePorts } from "./compose.ts";
import { likelyKpis, mostKpis } from "./default-kpis.ts";
import { measure, settleKind, type Measured } from "./measure.ts";
import type { Row } from "./posted-figures.ts";
import { presets } from "./presets.ts";
import { within } from "./within.ts";

/** One figure may take so long: then the digest goes out without it. */
const usualLimitMs = 20_000;

/** The KPIs asked for; or, where nobody has chosen, the first five that have something to say. */
export async function measureRows(
  asked: ComposeAsked,
  ports: ComposePorts,
): Promise<readonly Row[]> {
  if (asked.kpis.length > 0) {
    return Promise.all(asked.kpis.map((kpi) => measureOne(kpi, asked, ports)));
  }
  const rows: Row[] = [];
  for (const kpi of likelyKpis(await ports.kindsHeld())) {
    rows.push(await measureOne(kpi, asked, ports));
    if (rows.filter(hasValue).length === mostKpis) break;
  }
  // One that failed stays, to be named.
  const telling = rows.filter((row) => row.answer === null || hasValue(row));
  return telling.length > 0 ? telling : rows.slice(0, mostKpis);
}

const hasValue = ({ answer }: Row): boolean => answer !== null && answer.value !== null;

async function measureOne(
  kpi: string,
  asked: ComposeAsked,
  { reports, onFault, kpiLimitMs = usualLimitMs }: ComposePorts,
): Promise<Row> {
  const wanted: Measured = { kpi, where: asked.where, options: {} };
  try {
    return await within(kpiLimitMs, answered(wanted, asked, reports));
  } catch (error) {
    onFault(kpi, error);
    return { ...wanted, answer: null, hasFailed: true };
  }
}

async function answered(
  wanted: Measured,
  { locale, period }: ComposeAsked,
  reports: Reports,
): Promise<Row> {
  const measured = await settleKind(reports, wanted);
  return { ...measured, answer: await measure(reports, measured, presets[period].spec, locale) };
}
