import { isCard } from "../src/kpis/card.ts";
import { kpiById } from "../src/kpis/index.ts";
import { questionOptions } from "../src/reports/question-options.ts";
import type { Question } from "../src/reports/question.ts";
import { namedValues } from "./named-values.ts";
import { parseOnlyFor } from "./only-for.ts";
import { onlyForWords } from "./words/question-to-words.ts";

/**
 * The words that open the form for a goal with all that a question said: its KPI, its filters, its
 * options. Goals are for teams, so a single agent is left out; and what would not be read back as it
 * was, since it is too long, is left to the person. Null for a KPI nobody can aim at.
 */
export function goalWords({ kpi, where, options }: Question): string | null {
  if (isCard(kpiById(kpi)) || parseOnlyFor(kpi, null) === null) return null;
  const { agent: _agent, ...parts } = where;
  const own = Object.entries(options).filter(([name]) => !(name in questionOptions));
  const onlyFor = onlyForWords({ kpi, where: parts, options: Object.fromEntries(own) });
  const words = `${kpi} where:"${onlyFor.replaceAll(/["\\]/gu, "\\$&")}"`;
  const read = parseOnlyFor(kpi, namedValues(words).named.get("where") ?? null);
  const isReadBack = read !== null && onlyForWords({ kpi, ...read }) === onlyFor;
  return onlyFor !== "" && isReadBack ? `goal ${words}` : `goal ${kpi}`;
}
