import type { Scores } from "../../../src/kpis/options.ts";
import type { AnySurvey } from "../../fixtures/any-record.ts";
import {
  isIn,
  nothing,
  pick,
  type Plain,
  type PlainAsked,
  type PlainKpi,
  ratio,
  secondsFrom,
  share,
  sum,
} from "./plain.ts";

/** An answer turned so that high is good, and its place on its scale, counted from 1. */
interface Placed {
  readonly scale: string;
  readonly points: number;
  readonly place: number;
  readonly good: number;
}

type Kind = AnySurvey["kind"];

const answersTo = ({ rows, window }: PlainAsked, kind: Kind): readonly AnySurvey[] =>
  rows.surveys.filter(
    (each) => each.kind === kind && each.score !== null && isIn(each.answered_at, window),
  );

const isSooner = (one: AnySurvey, other: AnySurvey): boolean => {
  const seconds = secondsFrom(one.answered_at!, other.answered_at!);
  return seconds === 0 ? one.id < other.id : seconds > 0;
};

/** The answers to one kind of survey, of a ticket the one that the option says. */
function ratingsIn(asked: PlainAsked, kind: Kind): readonly AnySurvey[] {
  const { all, hideLater, options, season } = asked;
  const othersOf = (own: AnySurvey): readonly AnySurvey[] =>
    all.surveys.filter(
      ({ id, kind, ticket, score, answered_at: at }) =>
        id !== own.id &&
        kind === own.kind &&
        ticket === own.ticket &&
        score !== null &&
        at !== null &&
        !(hideLater && at > season.now),
    );
  const isCounted = pick<(own: AnySurvey) => boolean>(options, "rating", {
    latest: (own) => !othersOf(own).some((other) => isSooner(own, other)),
    first: (own) => !othersOf(own).some((other) => isSooner(other, own)),
    every: () => true,
  });
  return answersTo(asked, kind).filter((own) => own.ticket === null || isCounted(own));
}

function placed({ score, scale_low: low, scale_high: high, high_is_good }: AnySurvey): Placed[] {
  if (score === null || low === null || high === null) return [];
  const good = high_is_good === false ? high - (score - low) : score;
  // Between two points it has reached the lower one.
  return [
    { scale: `${low}-${high}`, points: high - low + 1, place: Math.floor(good - low) + 1, good },
  ];
}

const whereSurveys =
  (kpi: PlainKpi): PlainKpi =>
  (asked) =>
    asked.all.surveys.length === 0 ? nothing : kpi(asked);

/** Scores of two scales have no common mean. */
function meanScore(answers: readonly Placed[]): Plain {
  const mean = ratio(1, sum(answers.map(({ good }) => good)), answers.length);
  const scales = new Set(answers.map(({ scale }) => scale));
  return scales.size > 1 ? { ...mean, value: null } : mean;
}

const isAmong =
  (places: Scores) =>
  ({ points, place }: Placed): boolean =>
    places[points]?.includes(place) === true;

const satisfaction = (
  answers: readonly AnySurvey[],
  { options }: PlainAsked,
): Readonly<Record<string, Plain>> => {
  const satisfied = options["satisfied"] as Scores;
  const valid = answers.flatMap(placed).filter(({ points }) => points in satisfied);
  return { share: share(valid, isAmong(satisfied)), mean: meanScore(valid) };
};

/** Promoters less detractors, on the question from 0 or from 1 to 10. */
function netPromoters(kind: "nps" | "esat", asked: PlainAsked, low: number | null = null): Plain {
  let [net, all] = [0, 0];
  for (const { score, scale_low, scale_high } of answersTo(asked, kind)) {
    if (low !== null && scale_low !== low) continue;
    if (score === null || score < 0 || score > 10) continue;
    if (scale_high !== null && scale_high !== 10) continue;
    all += 1;
    if (score >= 9) net += 1;
    if (score <= 6) net -= 1;
  }
  return ratio(100, net, all);
}

const nps: PlainKpi = (asked) =>
  netPromoters("nps", asked, pick(asked.options, "scale", { any: null, from_0: 0, from_1: 1 }));

/** Only where it is said which end is easy. */
const ces: PlainKpi = (asked) => {
  const valid = ratingsIn(asked, "ces")
    .filter((each) => each.high_is_good !== null)
    .flatMap(placed)
    .filter(({ points }) => points === 5 || points === 7);
  const among = (places: Scores): number => valid.filter(isAmong(places)).length;
  const easiest = among({ 5: [4, 5], 7: [6, 7] });
  const hard = among({ 5: [1, 2], 7: [1, 2, 3] });
  return pick(asked.options, "stat", {
    mean: meanScore(valid),
    share: share(valid, isAmong({ 5: [4, 5], 7: [5, 6, 7] })),
    index: ratio(100, easiest - hard, valid.length),
  });
};

/** Of fewer than five people nothing is said. */
const esat: PlainKpi = (asked) => {
  const figure = pick(asked.options, "stat", {
    ...satisfaction(answersTo(asked, "esat"), asked),
    enps: netPromoters("esat", asked),
  });
  return figure.sample > 0 && figure.sample < 5 ? { ...nothing, sample: figure.sample } : figure;
};

export const ofSurveys = {
  csat: whereSurveys((asked) =>
    pick(asked.options, "stat", satisfaction(ratingsIn(asked, "csat"), asked)),
  ),
  nps: whereSurveys(nps),
  ces: whereSurveys(ces),
  esat: whereSurveys(esat),
} satisfies Readonly<Record<string, PlainKpi>>;
