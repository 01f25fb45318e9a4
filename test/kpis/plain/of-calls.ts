import type { AnyCall } from "../../fixtures/any-record.ts";
import {
  counted,
  isIn,
  nothing,
  numberOf,
  percentile,
  pick,
  type Plain,
  type PlainAsked,
  type PlainKpi,
  ratio,
  share,
  sum,
} from "./plain.ts";

const offeredIn = ({ rows, window }: PlainAsked): readonly AnyCall[] =>
  rows.calls.filter(({ queued_at: at }) => isIn(at, window));

const isHandled = ({ outcome }: AnyCall): boolean => outcome === "handled";
const isAbandoned = ({ outcome }: AnyCall): boolean => outcome === "abandoned";

const handledIn = (asked: PlainAsked): readonly AnyCall[] => offeredIn(asked).filter(isHandled);

/** Without a single call nobody tells anything about calls. */
const whereCalls =
  (kpi: PlainKpi): PlainKpi =>
  (asked) =>
    asked.all.calls.length === 0 ? nothing : kpi(asked);

const waitsOf = (calls: readonly AnyCall[]): readonly number[] =>
  calls.flatMap(({ wait_seconds: wait }) => (wait === null ? [] : [wait]));

/** Calls were answered, and nobody wrote down after how long: what the others waited says nothing. */
const isBlind = (asked: PlainAsked): boolean => {
  const handled = handledIn(asked);
  return handled.length > 0 && waitsOf(handled).length === 0;
};

const unless = (isUnknown: boolean, plain: Plain): Plain =>
  isUnknown ? { ...plain, value: null } : plain;

const asa: PlainKpi = (asked) => {
  const { options } = asked;
  const waits = waitsOf(
    pick(options, "denominator", {
      answered: handledIn(asked),
      offered: offeredIn(asked).filter((call) => isHandled(call) || isAbandoned(call)),
    }),
  );
  const limit = numberOf(options, "within");
  return pick<() => Plain>(options, "stat", {
    mean: () => unless(isBlind(asked), ratio(1, sum(waits), waits.length)),
    median: () => percentile(waits, 0.5),
    p90: () => percentile(waits, 0.9),
    share: () =>
      unless(
        isBlind(asked),
        share(waits, (wait) => wait <= limit),
      ),
  })();
};

/** The six ways of counting those who hung up. */
const serviceLevel: PlainKpi = (asked) => {
  const { options } = asked;
  const [within, shortest] = [numberOf(options, "within"), numberOf(options, "short_abandons")];
  let [inTime, answered, abandoned, short, leftInTime] = [0, 0, 0, 0, 0];
  for (const call of offeredIn(asked)) {
    const { wait_seconds: wait } = call;
    if (isHandled(call) && wait !== null) {
      answered += 1;
      if (wait <= within) inTime += 1;
    }
    if (!isAbandoned(call)) continue;
    abandoned += 1;
    if (wait === null) continue;
    if (shortest > 0 && wait <= shortest) short += 1;
    if (wait <= within) leftInTime += 1;
  }
  const offered = answered + abandoned;
  const blind = isBlind(asked);
  const figure = pick(options, "variant", {
    exclude_short: unless(blind, ratio(100, inTime, offered - short)),
    offered: unless(blind, ratio(100, inTime, offered)),
    answered_only: ratio(100, inTime, answered),
    exclude_within_threshold: unless(blind, ratio(100, inTime, offered - leftInTime)),
    credit_within_threshold: unless(blind, ratio(100, inTime + leftInTime, offered)),
    credit_short: unless(blind, ratio(100, inTime + short, offered)),
  });
  const isTold = asked.all.calls.some(({ wait_seconds: wait }) => wait !== null);
  return isTold ? figure : { ...figure, value: null, numerator: null };
};

const isTyped = ({ channel }: AnyCall): boolean =>
  channel !== null && ["chat", "live chat"].includes(channel.toLowerCase());

const abandonmentRate: PlainKpi = (asked) => {
  const { options } = asked;
  const isInScope = pick<(call: AnyCall) => boolean>(options, "scope", {
    queue: () => true,
    voice: (call) => !isTyped(call),
    chat: isTyped,
  });
  const shortest = numberOf(options, "short_abandons");
  const isShort = (call: AnyCall): boolean =>
    shortest > 0 &&
    isAbandoned(call) &&
    call.wait_seconds !== null &&
    call.wait_seconds <= shortest;
  const offered = offeredIn(asked).filter((call) => isInScope(call) && !isShort(call));
  return share(offered, isAbandoned);
};

const aht: PlainKpi = (asked) => {
  const timed = handledIn(asked).filter((call) => call.talk_seconds !== null);
  const handling = sum(
    timed.flatMap((call) => [call.talk_seconds, call.hold_seconds, call.wrap_seconds]),
  );
  const seconds = pick(asked.options, "variant", {
    handle: handling,
    with_dialling: handling + sum(timed.map((call) => call.dial_seconds)),
  });
  return ratio(1, seconds, timed.length);
};

const callResolutionRate: PlainKpi = (asked) => {
  const handled = handledIn(asked);
  const judged = handled.filter((call) => call.resolved !== null);
  const lost = offeredIn(asked).filter((call) => !isHandled(call));
  const all = pick(asked.options, "denominator", {
    handled: judged,
    offered: [...judged, ...lost],
  });
  const rate = share(all, (call) => isHandled(call) && call.resolved === true);
  return unless(judged.length === 0 && handled.length > 0, rate);
};

/** Looks at every other call of the customer, whatever became of it and whatever was asked about. */
function cameBack(call: AnyCall, calls: readonly AnyCall[], days: number): boolean {
  const until = +call.queued_at + days * 86_400_000;
  return calls.some((other) => {
    if (other.customer !== call.customer || +other.queued_at > until) return false;
    const isSameMoment = +other.queued_at === +call.queued_at;
    return isSameMoment ? other.id > call.id : other.queued_at > call.queued_at;
  });
}

export const fcrOfCalls: PlainKpi = whereCalls((asked) => {
  const { all, options, season, hideLater } = asked;
  const visible = hideLater ? all.calls.filter((call) => call.queued_at <= season.now) : all.calls;
  const days = numberOf(options, "window");
  return share(
    handledIn(asked).filter((call) => call.customer !== null),
    (call) => (call.transfers ?? 0) === 0 && !cameBack(call, visible, days),
  );
});

export const transferRateOfCalls: PlainKpi = whereCalls((asked) =>
  share(
    handledIn(asked).filter((call) => call.transfers !== null),
    (call) => call.transfers !== 0,
  ),
);

export const volumeOfCalls: PlainKpi = whereCalls((asked) => {
  const { all, options, window } = asked;
  const calls = pick(options, "variant", { created: offeredIn(asked), handled: handledIn(asked) });
  return counted(
    calls.length,
    all.calls.map((call) => call.queued_at),
    window,
  );
});

export const ofCalls = {
  asa: whereCalls(asa),
  service_level: whereCalls(serviceLevel),
  abandonment_rate: whereCalls(abandonmentRate),
  answer_rate: whereCalls((asked) => share(offeredIn(asked), isHandled)),
  aht: whereCalls(aht),
  call_resolution_rate: whereCalls(callResolutionRate),
} satisfies Readonly<Record<string, PlainKpi>>;
