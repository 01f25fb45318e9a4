/**
 * A small support desk with everything that goes wrong in real ones: holes in every column,
 * customers who come back, reopened tickets, calls nobody answered, scales that do not fit. The
 * same on every run; it spans the end of summer time in Berlin (25 October 2026).
 */
export interface TicketRow {
  readonly id: string;
  readonly channel: string | null;
  readonly team: string | null;
  readonly priority: string | null;
  readonly customer: string | null;
  readonly created_at: Date;
  readonly first_response_at: Date | null;
  readonly first_solved_at: Date | null;
  readonly solved_at: Date | null;
  readonly reopens: number | null;
  readonly agent_replies: number | null;
  readonly assignees: number | null;
  readonly transfers: number | null;
  readonly pending_seconds: number | null;
  readonly sla_due_at: Date | null;
  readonly first_response_working_seconds: number | null;
  readonly first_resolution_working_seconds: number | null;
  readonly resolution_working_seconds: number | null;
}

export interface CallRow {
  readonly id: string;
  readonly channel: string | null;
  readonly team: string | null;
  readonly customer: string | null;
  readonly queued_at: Date;
  readonly outcome: "handled" | "abandoned" | "callback" | "voicemail";
  readonly wait_seconds: number | null;
  readonly talk_seconds: number | null;
  readonly hold_seconds: number | null;
  readonly wrap_seconds: number | null;
  readonly transfers: number | null;
  readonly resolved: boolean | null;
}

export interface SurveyRow {
  readonly id: string;
  readonly channel: string | null;
  readonly ticket: string | null;
  readonly kind: "csat" | "nps" | "ces" | "esat";
  readonly answered_at: Date | null;
  readonly score: number | null;
  readonly scale_low: number | null;
  readonly scale_high: number | null;
  readonly high_is_good: boolean | null;
}

/** mulberry32: a few lines that give the same numbers everywhere. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = seeded(20_261_025);
const below = (n: number): number => Math.floor(random() * n);
const one = <T>(values: readonly T[]): T => values[below(values.length)]!;
const maybe = <T>(share: number, value: T): T | null => (random() < share ? value : null);
const after = (start: Date, mostSeconds: number): Date =>
  new Date(start.getTime() + 1_000 * below(mostSeconds));

const start = Date.parse("2026-10-05T00:00:00Z");
const spanSeconds = 42 * 86_400;
const channels = ["email", "Chat", "phone", "social", null] as const;
const teams = ["Billing", "Orders", null] as const;
const someTime = (): Date => new Date(start + 1_000 * below(spanSeconds));

export const tickets: readonly TicketRow[] = Array.from({ length: 900 }, (_, index) => {
  const created = someTime();
  const response = maybe(0.85, after(created, 90_000));
  const firstSolved = maybe(0.75, after(response ?? created, 400_000));
  const reopens = firstSolved === null ? maybe(0.5, 0) : one([0, 0, 0, 1, 2, null]);
  const solved =
    firstSolved === null
      ? null
      : reopens !== null && reopens > 0
        ? maybe(0.8, after(firstSolved, 500_000))
        : firstSolved;
  return {
    id: `t${index}`,
    channel: one(channels),
    team: one(teams),
    priority: one(["low", "high", "urgent", null]),
    customer: maybe(0.9, `c${below(300)}`),
    created_at: created,
    first_response_at: response,
    first_solved_at: firstSolved,
    solved_at: solved,
    reopens,
    agent_replies: response === null ? one([0, 0, null]) : one([1, 1, 2, 3, null]),
    assignees: one([0, 1, 1, 1, 2, null]),
    transfers: one([0, 0, 0, 1, 3, null]),
    pending_seconds: maybe(0.6, below(120_000)),
    sla_due_at: maybe(0.8, after(created, 120_000)),
    first_response_working_seconds: response === null ? null : maybe(0.9, below(30_000)),
    first_resolution_working_seconds: firstSolved === null ? null : below(90_000),
    resolution_working_seconds: solved === null ? null : maybe(0.9, below(90_000)),
  };
});

export const calls: readonly CallRow[] = Array.from({ length: 1_200 }, (_, index) => {
  const outcome = one([
    "handled",
    "handled",
    "handled",
    "abandoned",
    "callback",
    "voicemail",
  ] as const);
  const isHandled = outcome === "handled";
  return {
    id: `k${index}`,
    channel: one(channels),
    team: one(teams),
    customer: maybe(0.8, `c${below(250)}`),
    queued_at: someTime(),
    outcome,
    wait_seconds: maybe(0.92, below(60)),
    talk_seconds: isHandled ? maybe(0.9, below(600)) : null,
    hold_seconds: isHandled ? maybe(0.5, below(100)) : null,
    wrap_seconds: isHandled ? maybe(0.7, below(200)) : null,
    transfers: one([0, 0, 0, 1, 2, null]),
    resolved: isHandled ? one([true, true, false, null]) : null,
  };
});

export const surveys: readonly SurveyRow[] = Array.from({ length: 1_500 }, (_, index) => {
  const kind = one(["csat", "nps", "ces", "esat"] as const);
  const [low, high] =
    kind === "nps"
      ? one([
          [0, 10],
          [1, 10],
          [1, 5],
          [null, null],
        ] as const)
      : one([
          [1, 5],
          [1, 5],
          [1, 3],
          [0, 1],
          [1, 7],
          [1, 10],
          [0, 10],
          [null, null],
        ] as const);
  const score = (low ?? 0) + below((high ?? 12) - (low ?? 0) + 1);
  return {
    id: `s${index}`,
    channel: one(channels),
    ticket: index % 3 === 0 ? null : `t${index % 400}`,
    kind,
    answered_at: maybe(0.9, someTime()),
    score: maybe(0.9, score),
    scale_low: low,
    scale_high: high,
    high_is_good: one([true, true, false, null]),
  };
});

/** Weeks of Berlin, the second of them an hour longer than the others, and all of it. */
export const windows = [
  { from: new Date("2026-10-11T22:00:00Z"), to: new Date("2026-10-18T22:00:00Z") },
  { from: new Date("2026-10-18T22:00:00Z"), to: new Date("2026-10-25T23:00:00Z") },
  { from: new Date("2026-10-25T23:00:00Z"), to: new Date("2026-11-01T23:00:00Z") },
  { from: new Date("2026-10-01T00:00:00Z"), to: new Date("2026-12-01T00:00:00Z") },
  { from: new Date("2026-12-01T00:00:00Z"), to: new Date("2026-12-08T00:00:00Z") },
] as const;
