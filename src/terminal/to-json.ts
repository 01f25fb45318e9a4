import type { SeenReply } from "../../commands/command.ts";
import type {
  Answer,
  AnswerPeriod,
  Comparison,
  Interval,
  Remark,
  SegmentFigure,
} from "../reports/answer.ts";

/** One reply as one JSON text: an answer in the shape scripts hold on to, all else as plain data. */
export function toJson(reply: SeenReply): string {
  switch (reply.kind) {
    case "answer":
      return JSON.stringify(answerJson(reply.answer));
    case "sheet":
      return JSON.stringify({ kind: reply.verb, ...reply.data });
    case "page":
    case "goals":
      return JSON.stringify(reply);
    case "digest":
      return JSON.stringify({ kind: "digest", ...reply.digest });
    case "form": {
      const { kind, command, title, notices, facts = [], fields } = reply;
      return JSON.stringify({ kind, command, title, notices, facts, fields });
    }
  }
}

/** The order of the keys is the printed order, and every key is always there. */
export const answerJson = (answer: Answer) => ({
  kpi: answer.kpi,
  definition: answer.definition,
  period: period(answer.period),
  where: answer.where,
  value: finite(answer.value),
  unit: answer.unit,
  numerator: finite(answer.numerator),
  denominator: finite(answer.denominator),
  sample: answer.sample,
  variants: figures(answer.variants),
  interval: interval(answer.interval),
  reason: answer.reason === null ? null : remark(answer.reason),
  comparison: answer.comparison === null ? null : comparison(answer.comparison),
  target:
    answer.target === null
      ? null
      : {
          value: answer.target.value,
          from: answer.target.from,
          gap: finite(answer.target.gap),
          verdict: answer.target.verdict,
        },
  guardrails: answer.guardrails.map(({ kpi, value, verdict }) => ({
    kpi,
    value: finite(value),
    verdict,
  })),
  segments: answer.segments.map(segment),
  series: answer.series.map(({ from, to, value, sample }) => ({
    from: from.toISOString(),
    to: to.toISOString(),
    value: finite(value),
    sample,
  })),
  freshness: answer.freshness.map(({ source, asOf, state }) => ({
    source,
    asOf: asOf === null ? null : asOf.toISOString(),
    state,
  })),
  warnings: answer.warnings.map(remark),
  // Only where it was asked for.
  ...(answer.heat !== undefined && { heat: answer.heat }),
});

const period = ({ label, from, to, zone, complete }: AnswerPeriod) => ({
  label,
  from: from.toISOString(),
  to: to.toISOString(),
  zone,
  complete,
});

const comparison = ({ period: before, value, change, verdict }: Comparison) => ({
  period: period(before),
  value: finite(value),
  change: finite(change),
  verdict,
});

const segment = (figure: SegmentFigure) => ({
  key: figure.key,
  value: finite(figure.value),
  numerator: finite(figure.numerator),
  denominator: finite(figure.denominator),
  sample: figure.sample,
  variants: figures(figure.variants),
  interval: interval(figure.interval),
});

const interval = (given: Interval | null) =>
  given === null ? null : { low: given.low, high: given.high, level: given.level };

const remark = ({ code, text }: Remark) => ({ code, text });

const figures = (named: Readonly<Record<string, number | null>>) =>
  Object.fromEntries(Object.entries(named).map(([name, value]) => [name, finite(value)]));

/** JSON knows no infinity: what cannot be a figure is no data. */
const finite = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) ? value : null;
