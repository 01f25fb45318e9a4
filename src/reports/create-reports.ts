import type { Clock } from "../clock.ts";
import type { Locale } from "../i18n/locale.ts";
import type { KpiId } from "../kpis/index.ts";
import type { PeriodFault, PeriodSpec, PeriodUnit } from "../periods/period.ts";
import { periodsBefore } from "../periods/periods-before.ts";
import { resolvePeriod } from "../periods/resolve-period.ts";
import { valuesHeld } from "../records/values-held.ts";
import { answerBriefly } from "./answer-briefly.ts";
import { answerQuestion } from "./answer-question.ts";
import { changedOptions } from "./changed-options.ts";
import { contradictionIn } from "./contradiction.ts";
import { explainChange } from "./explain-change.ts";
import { findTop } from "./find-top.ts";
import { makeReceipt } from "./make-receipt.ts";
import { sharesAt } from "./promised-shares.ts";
import { kindsToChoose, planFor, withKind, type Plan } from "./plan.ts";
import type { Question } from "./question.ts";
import type { FigureAsked, MustChoose, Reports } from "./reports.ts";
import { shareSessions } from "./share-sessions.ts";
import { heldIn, openSession, type ReportParts, type Session } from "./session.ts";

/** Reports over one store of records. `--at` makes a second one with a stopped clock and `hideLater`. */
export function createReports(parts: ReportParts & { readonly clock: Clock }): Reports {
  const { clock, periods, records, settings } = parts;
  const within = shareSessions(() => openSession(parts, clock.now()));
  const decided = (id: KpiId, { held }: Session, said: FigureAsked["options"] = {}) =>
    planFor(id, withKind(id, said, settings, held), settings);

  /** A question in words, once it is clear which records are to answer it. */
  const asking =
    <T>(work: Working<T>) =>
    (question: Question, locale: Locale): Promise<T | MustChoose | PeriodFault> =>
      within<T | MustChoose | PeriodFault>((session) => {
        const { kpi, options, period } = question;
        const choices = kindsToChoose(kpi, options, settings, session.held);
        if (choices.length > 0) {
          // Nobody has to choose for a period that there is not.
          const laid = resolvePeriod(period, session.now, periods);
          return "fault" in laid ? laid : { mustChoose: "kind", values: choices };
        }
        const plan = decided(kpi, session, options);
        const contradiction = contradictionIn(question, plan, session.now, parts);
        return contradiction ?? work(question, plan, session, parts, locale);
      });

  return {
    answer: asking(answerQuestion),
    receipt: asking(makeReceipt),
    why: asking(explainChange),
    top: asking(findTop),
    configured: (kpi) => changedOptions(planFor(kpi, {}, settings), {}, settings),
    promised: (kpi) => sharesAt(planFor(kpi, {}, settings), clock.now()),
    briefly: (questions) => within((session) => answerBriefly(questions, session, parts)),
    figure: (kpi, { period, where = {}, options }) =>
      within(async (session) => {
        const [reading] = await session.readings(decided(kpi, session, options), [period], where);
        if (reading === undefined) throw new RangeError("a window went missing");
        const { value, numerator, denominator, sample } = reading;
        return { value, numerator, denominator, sample };
      }),
    series: (kpi, { count, unit, where = {}, options }) =>
      within(async (session) => {
        const last = resolvePeriod(current(unit), session.now, periods);
        if ("fault" in last) throw new RangeError(`this ${unit} cannot be laid on the calendar`);
        const points = periodsBefore(last, count, periods);
        const readings = await session.readings(decided(kpi, session, options), points, where);
        return points.map(({ from, to }, index) => ({
          from,
          to,
          value: readings[index]?.value ?? null,
          sample: readings[index]?.sample ?? 0,
        }));
      }),
    optionsInForce: (kpi, said) => within((session) => decided(kpi, session, said).options),
    valuesOf: (segment) => valuesHeld(records, segment),
    kindsToChoose: async (kpi, options) =>
      kindsToChoose(kpi, options, settings, await heldIn(records)),
  };
}

type Working<T> = (
  question: Question,
  plan: Plan,
  session: Session,
  parts: ReportParts,
  locale: Locale,
) => Promise<T>;

const current = (unit: PeriodUnit): PeriodSpec =>
  unit === "day" ? { kind: "day", which: "today" } : { kind: "this", unit };
