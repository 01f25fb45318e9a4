import { kpiById, type KpiId } from "../kpis/index.ts";

/** What a team wants to see first: was it solved, were they happy, how long did they wait, how much was there. */
const inOrder: readonly KpiId[] = [
  "fcr",
  "csat",
  "first_response_time",
  "service_level",
  "asa",
  "ticket_volume",
  "abandonment_rate",
  "avg_resolution_time",
  "call_resolution_rate",
  "nps",
  "resolved_issues",
  "esat",
];

/** More than five figures and none of them is read. */
export const mostKpis = 5;

/** The KPIs that the kinds of records held may answer, the first ones first. */
export const likelyKpis = (kindsHeld: ReadonlySet<string>): readonly KpiId[] =>
  inOrder.filter((id) => {
    const { kinds }: { readonly kinds: readonly string[] } = kpiById(id);
    return kindsHeld.has("measures") || kinds.some((kind) => kindsHeld.has(kind));
  });
