import { kpiById } from "../../src/kpis/index.ts";
import { optionsInForce } from "../../src/kpis/options.ts";
import type { Filters } from "../../src/kpis/where.ts";
import type { Question } from "../../src/reports/question.ts";
import type { AnyRecord, AnyRecords } from "../fixtures/any-record.ts";
import type { NamedWindow } from "../fixtures/seasons.ts";
import { byHand, type Scene } from "./desk-scene.ts";
import type { Asking } from "./plain/every-question.ts";
import { filtered, only } from "./plain/landed.ts";
import type { Plain } from "./plain/plain.ts";
import { isClose, isSame } from "./plain/same-figure.ts";

export type SegmentKey = Exclude<keyof AnyRecord, "id" | "customer">;

interface Split {
  readonly by: readonly SegmentKey[];
  readonly where: Filters;
  readonly period: NamedWindow;
}

/** Anonymous answers keep groups back, and a promise of two kinds of records is not split. */
export const canSplit = ({ kpi }: Asking, { sla }: Scene): boolean =>
  kpi !== "esat" && (kpi !== "sla_attainment" || sla.length === 0);

/** Where a whole answer differs from the loops: its period, its figure, its segments, what stands beside it. */
export async function splitDifferences(
  scene: Scene,
  { kpi, options }: Asking,
  { by, where, period }: Split,
): Promise<readonly unknown[]> {
  // Scores are no words of a question: they stand in the configuration.
  const { satisfied: _usual, ...said } = options;
  const usual = { kpi, options: optionsInForce(kpiById(kpi).options, said) };
  const answer = await scene.reports.answer(
    {
      kpi,
      period: period.spec,
      by,
      every: null,
      where,
      versus: null,
      trend: false,
      options: said as Question["options"],
    },
    "en",
  );
  if (!("segments" in answer)) return [{ kpi, period, answer }];
  const found: unknown[] = [];
  const loopOf = (asking: Asking, fits: (row: AnyRecord) => boolean = () => true): Plain =>
    byHand(scene, asking, period, (all) => only(filtered(all, where), fits));
  const compare = (what: unknown, actual: Plain, loop: Plain): void => {
    if (!isSame(actual, loop)) found.push({ kpi, said, where, period, what, actual, loop });
  };

  const { from, to } = answer.period;
  if (+period.from !== +from || +period.to !== +to) found.push({ period, from, to });
  compare("whole", answer, loopOf(usual));
  // Where one side has no value of it in the period, it is said so instead.
  if (answer.warnings.some(({ code }) => code === "one_sided")) return found;
  const shown = new Set<string>();
  for (const segment of answer.segments) {
    shown.add(JSON.stringify(by.map((name) => segment.key[name])));
    compare(
      segment.key,
      segment,
      loopOf(usual, (row) => by.every((name) => row[name] === segment.key[name])),
    );
  }
  for (const own of groupsOf(scene.seen, by)) {
    const loop = loopOf(usual, (row) => by.every((name, place) => row[name] === own[place]));
    if (loop.sample > 0 && !shown.has(JSON.stringify(own))) found.push({ kpi, lacks: own, loop });
  }
  for (const stat of ["mean", "median", "p90"]) {
    const beside = answer.variants[stat];
    if (beside === undefined || !("stat" in options)) continue;
    const { value } = loopOf({ kpi, options: { ...usual.options, stat } });
    if (!isClose(beside, value)) found.push({ kpi, said, where, period, stat, beside, value });
  }
  return found;
}

function groupsOf(
  { tickets, calls, surveys, notices, costs }: AnyRecords,
  by: readonly SegmentKey[],
) {
  const rows: readonly AnyRecord[] = [...tickets, ...calls, ...surveys, ...notices, ...costs];
  return new Map(
    rows.map((row) => {
      const own = by.map((name) => row[name]);
      return [JSON.stringify(own), own] as const;
    }),
  ).values();
}
