import type { Input } from "./inputs.ts";
import type { Where } from "./where.ts";

const handled: Where = { column: "outcome", is: "handled" };
const abandoned: Where = { column: "outcome", is: "abandoned" };
const timed: Where = { all: [handled, { known: "talk_seconds" }] };
const waited: Where = { all: [handled, { known: "wait_seconds" }] };

const calls = { kind: "calls", at: "queued_at" } as const;

/** Every call that entered a queue, whatever became of it. */
export const callsOffered: Input = { ...calls, id: "calls_offered", take: "count" };

export const callsHandled: Input = {
  ...calls,
  id: "calls_handled",
  take: "count",
  where: handled,
};

/** Callbacks and voicemail are not abandons. */
export const callsAbandoned: Input = {
  ...calls,
  id: "calls_abandoned",
  take: "count",
  where: abandoned,
};

export const abandonsWithoutWait: Input = {
  ...calls,
  id: "calls_abandoned_without_wait",
  take: "count",
  where: { all: [abandoned, { unknown: "wait_seconds" }] },
};

/** Handled calls whose wait is known: the others can be neither in time nor late. */
export const callsAnswered: Input = {
  ...calls,
  id: "calls_answered",
  take: "count",
  where: waited,
};

export const handledWithoutWait: Input = {
  ...calls,
  id: "calls_handled_without_wait",
  take: "count",
  where: { all: [handled, { unknown: "wait_seconds" }] },
};

export const answerWaitSeconds: Input = {
  ...calls,
  id: "answer_wait_seconds",
  take: { sum: "wait_seconds" },
  where: handled,
};

/** Answered or abandoned, with a known wait. */
export const callsWaited: Input = {
  ...calls,
  id: "calls_waited",
  take: "count",
  where: { all: [{ any: [handled, abandoned] }, { known: "wait_seconds" }] },
};

export const waitSeconds: Input = {
  ...calls,
  id: "wait_seconds",
  take: { sum: "wait_seconds" },
  where: { any: [handled, abandoned] },
};

/** Who waited longer, answered or not. */
export const callersWaitedOver = (seconds: number): Input => ({
  ...callsWaited,
  id: `calls_waited_over_${seconds}s`,
  where: {
    all: [{ any: [handled, abandoned] }, { column: "wait_seconds", moreThan: seconds }],
  },
});

export const answeredWithin = (seconds: number): Input => ({
  ...calls,
  id: `calls_answered_within_${seconds}s`,
  take: "count",
  hingesOn: ["wait_seconds"],
  where: { all: [handled, { column: "wait_seconds", atMost: seconds }] },
});

export const abandonedWithin = (seconds: number): Input => ({
  ...calls,
  id: `calls_abandoned_within_${seconds}s`,
  take: "count",
  where: { all: [abandoned, { column: "wait_seconds", atMost: seconds }] },
  mayLack: true,
});

/** Handled calls whose talk time is known. */
export const callsTimed: Input = { ...calls, id: "calls_timed", take: "count", where: timed };

export const handledWithoutTalk: Input = {
  ...calls,
  id: "calls_handled_without_talk",
  take: "count",
  where: { all: [handled, { unknown: "talk_seconds" }] },
};

const timedSeconds = (column: string): Input => ({
  ...calls,
  id: column,
  take: { sum: column },
  where: timed,
});

export const talkSeconds = timedSeconds("talk_seconds");
export const holdSeconds: Input = { ...timedSeconds("hold_seconds"), mayLack: true };
export const wrapSeconds: Input = { ...timedSeconds("wrap_seconds"), mayLack: true };
export const dialSeconds: Input = { ...timedSeconds("dial_seconds"), mayLack: true };

export const callsResolved: Input = {
  ...calls,
  id: "calls_resolved",
  take: "count",
  where: { all: [handled, { column: "resolved", is: true }] },
};

/** Handled calls that say whether the matter was resolved. */
export const callsJudged: Input = {
  ...calls,
  id: "calls_judged",
  take: "count",
  where: { all: [handled, { known: "resolved" }] },
};

export const handledWithoutVerdict: Input = {
  ...calls,
  id: "calls_handled_without_verdict",
  take: "count",
  where: { all: [handled, { unknown: "resolved" }] },
};

export const callsTransferred: Input = {
  ...calls,
  id: "calls_transferred",
  take: "count",
  where: { all: [handled, { column: "transfers", atLeast: 1 }] },
};

/** Handled calls that say how often they were passed on. */
export const callsTransferKnown: Input = {
  ...calls,
  id: "calls_transfer_known",
  take: "count",
  where: { all: [handled, { known: "transfers" }] },
};

export const handledWithoutTransfers: Input = {
  ...calls,
  id: "calls_handled_without_transfers",
  take: "count",
  where: { all: [handled, { unknown: "transfers" }] },
};

/** Handled calls of a known customer: only they can be followed. */
export const callsOfCustomers: Input = {
  ...calls,
  id: "calls_of_customers",
  take: "count",
  where: { all: [handled, { known: "customer" }] },
};

export const handledWithoutCustomer: Input = {
  ...calls,
  id: "calls_handled_without_customer",
  take: "count",
  where: { all: [handled, { unknown: "customer" }] },
};

/** Not passed on, and the customer did not come back. A source that knows no transfers breaks no rule. */
export const callsResolvedAtOnce = (windowDays: number): Input => ({
  ...calls,
  id: `calls_resolved_at_once_${windowDays}d`,
  take: "count",
  where: {
    all: [
      handled,
      { known: "customer" },
      { not: { column: "transfers", atLeast: 1 } },
      { noRepeatWithinDays: windowDays },
    ],
  },
});

export const callsWithScript: Input = {
  ...calls,
  id: "calls_with_script",
  take: "count",
  where: { all: [handled, { column: "script_used", is: true }] },
};

/** Handled calls that say whether a script or article was used. */
export const callsScriptKnown: Input = {
  ...calls,
  id: "calls_script_known",
  take: "count",
  where: { all: [handled, { known: "script_used" }] },
};

export const handledWithoutScript: Input = {
  ...calls,
  id: "calls_handled_without_script_mark",
  take: "count",
  where: { all: [handled, { unknown: "script_used" }] },
};
