/** The one way to ask what time it is: a part that needs it takes a clock as an argument. */
export interface Clock {
  readonly now: () => Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still, for `--at` and for tests. */
export const stoppedAt = (instant: Date): Clock => ({ now: () => new Date(instant) });
