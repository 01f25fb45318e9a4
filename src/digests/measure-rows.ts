import type { ComposeAsked, ComposePorts } from "./compose.ts";
import { likelyKpis, mostKpis } from "./default-kpis.ts";
import { measure, settleKind, type Measured } from "./measure.ts";
import { periodMeant } from "./period-meant.ts";
import type { Row } from "./posted-figures.ts";
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

async function measureOne(kpi: string, asked: ComposeAsked, ports: ComposePorts): Promise<Row> {
  const { onFault, kpiLimitMs = usualLimitMs } = ports;
  const wanted: Measured = { kpi, where: asked.where, options: {} };
  try {
    return await within(kpiLimitMs, answered(wanted, asked, ports));
  } catch (error) {
    onFault(kpi, error);
    return { ...wanted, answer: null, hasFailed: true };
  }
}

async function answered(wanted: Measured, asked: ComposeAsked, ports: ComposePorts): Promise<Row> {
  const { reports } = ports;
  const measured = await settleKind(reports, wanted);
  const { spec } = periodMeant(asked, ports);
  return { ...measured, answer: await measure(reports, measured, spec, asked.locale) };
}
