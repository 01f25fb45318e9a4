import * as fc from "fast-check";

/** Weeks of Berlin around the end of summer time, the whole, and a day after everything. */
export const windows = [
  { from: new Date("2026-10-18T22:00:00Z"), to: new Date("2026-10-25T23:00:00Z") },
  { from: new Date("2026-10-25T23:00:00Z"), to: new Date("2026-11-01T23:00:00Z") },
  { from: new Date("2026-10-01T00:00:00Z"), to: new Date("2026-12-01T00:00:00Z") },
  { from: new Date("2026-12-05T00:00:00Z"), to: new Date("2026-12-06T00:00:00Z") },
] as const;

const firstMs = Date.parse("2026-10-17T00:00:00Z");
const lastMs = Date.parse("2026-11-04T00:00:00Z");

/** Any second of the time, and often the very edges of the windows and the seconds beside them. */
const instant = fc.oneof(
  fc.integer({ min: firstMs / 1_000, max: lastMs / 1_000 }).map((s) => new Date(s * 1_000)),
  fc
    .tuple(
      fc.constantFrom(...windows.flatMap(({ from, to }) => [+from, +to])),
      fc.constantFrom(-1_000, 0, 1_000),
    )
    .map(([at, by]) => new Date(at + by)),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 4, nil: null });
const flag = maybe(fc.boolean());
const seconds = (max: number) => maybe(fc.integer({ min: 0, max }));
const name = (...names: readonly string[]) => maybe(fc.constantFrom(...names));
const agent = name("ann", "bo", "cy");
const channel = name("email", "Chat", "phone");
const customer = name("c1", "c2", "c3");
/** Often exactly a limit, and a second beside it. */
const limited = maybe(
  fc.oneof(
    fc.integer({ min: 0, max: 5_000 }),
    fc.constantFrom(59, 60, 61, 1_799, 1_800, 1_801, 3_599, 3_600, 3_601),
  ),
);

const later = <T>(
  start: fc.Arbitrary<Date>,
  delay: fc.Arbitrary<number | null>,
  more: fc.Arbitrary<T>,
) =>
  fc.tuple(start, delay, more).map(([from, after, rest]) => ({
    from,
    to: after === null ? null : new Date(+from + after * 1_000),
    rest,
  }));

const tickets = later(
  instant,
  limited,
  fc.record({
    channel,
    agent,
    customer,
    solved: flag,
    solved_by: name("agent", "bot"),
    bot: flag,
    mobile: flag,
  }),
).map(({ from, to, rest: { solved, ...rest } }) => ({
  ...rest,
  created_at: from,
  first_response_at: to,
  solved_at: solved === true ? (to ?? from) : null,
}));

const calls = fc.record({
  channel,
  agent,
  customer,
  queued_at: instant,
  outcome: fc.constantFrom("handled", "handled", "abandoned", "callback", "voicemail"),
  wait_seconds: limited,
  talk_seconds: seconds(600),
  hold_seconds: seconds(90),
  wrap_seconds: seconds(90),
  dial_seconds: seconds(40),
  script_used: flag,
  mobile: flag,
});

const asked = fc.record({
  kind: fc.constantFrom("csat", "nps", "ces", "esat"),
  score: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 3 }),
});
const surveys = later(instant, limited, asked).map(({ from, to, rest }) => ({
  ...rest,
  sent_at: from,
  answered_at: to,
}));

const shifts = fc.record({
  agent,
  from: instant,
  scheduled_seconds: seconds(30_000),
  logged_seconds: seconds(30_000),
  available_seconds: seconds(9_000),
  adherent_seconds: seconds(30_000),
});

const onboardings = later(
  instant,
  maybe(fc.integer({ min: 0, max: 900_000 })),
  fc.constant({}),
).map(({ from, to }) => ({ signed_at: from, first_value_at: to }));

const mentions = later(instant, limited, fc.constant({})).map(({ from, to }) => ({
  created_at: from,
  first_response_at: to,
}));

const coaching = fc.record({ at: instant, agent });

const sessions = fc.record({ at: instant, customer, ticket_followed: flag });

const milestones = later(
  instant,
  maybe(fc.integer({ min: 0, max: 900_000 })),
  fc.constantFrom("channels", "mobile", "other"),
).map(({ from, to, rest }) => ({ plan: rest, planned_at: from, done_at: to }));

const some = <T extends object>(row: fc.Arbitrary<T>) =>
  fc
    .array(row, { maxLength: 25 })
    .map((rows) => rows.map((each, index) => ({ ...each, id: `${index}` })));

/** A few records of every kind, with holes, on edge days. */
export const desks = fc.record({
  tickets: some(tickets),
  calls: some(calls),
  surveys: some(surveys),
  shifts: some(shifts),
  onboardings: some(onboardings),
  mentions: some(mentions),
  coaching: some(coaching),
  sessions: some(sessions),
  milestones: some(milestones),
});

export type GeneratedDesk = typeof desks extends fc.Arbitrary<infer T> ? T : never;
