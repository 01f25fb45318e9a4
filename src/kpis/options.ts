/** What a person may set, beside the KPI's name or in `goalpost.yml`; the first choice is the default. */
export type OptionSpec =
  | { readonly type: "choice"; readonly values: readonly [string, ...string[]] }
  | { readonly type: "duration"; readonly seconds: number }
  | { readonly type: "days"; readonly days: number; readonly most: number }
  /** Points of a scale → the places on it, counted from 1, that count: `csat: { satisfied: { 5: [4, 5] } }`. */
  | { readonly type: "scores"; readonly scores: Scores }
  /** Parts of a hundred: `cost_per_contact: { key: { email: 60, phone: 40 } }`; none where nobody declared them. */
  | { readonly type: "shares" };

export type Scores = Readonly<Record<string, readonly number[]>>;

export type Shares = Readonly<Record<string, number>>;

export type OptionValue = string | number | Scores | Shares;

/** Every option of a KPI with the value in force. */
export type Options = Readonly<Record<string, OptionValue>>;

export function defaultOf(spec: OptionSpec): OptionValue {
  switch (spec.type) {
    case "choice":
      return spec.values[0];
    case "duration":
      return spec.seconds;
    case "days":
      return spec.days;
    case "scores":
      return spec.scores;
    case "shares":
      return {};
  }
}

/** What the person said wins over the configuration, and that over the KPI's own default. */
export function optionsInForce(
  specs: Readonly<Record<string, OptionSpec>>,
  said: Readonly<Record<string, OptionValue>>,
  configured: Readonly<Record<string, OptionValue | undefined>> = {},
): Options {
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => {
      const value = said[name] ?? configured[name] ?? defaultOf(spec);
      // A rule for one scale leaves those of the others as they are.
      return [
        name,
        spec.type === "scores" && typeof value === "object" && isScores(value)
          ? { ...spec.scores, ...value }
          : value,
      ];
    }),
  );
}

export function numberIn(options: Options, name: string): number {
  const value = options[name];
  if (typeof value !== "number") throw new TypeError(`option ${name} is not a number`);
  return value;
}

export function scoresIn(options: Options, name: string): Scores {
  const value = options[name];
  if (typeof value !== "object" || !isScores(value)) {
    throw new TypeError(`option ${name} is not a map of scores`);
  }
  return value;
}

const isScores = (value: Scores | Shares): value is Scores =>
  Object.values(value).every((each) => typeof each === "object");

export function sharesIn(options: Options, name: string): Shares {
  const value = options[name];
  if (typeof value !== "object" || !isShares(value)) {
    throw new TypeError(`option ${name} is not a map of shares`);
  }
  return value;
}

const isShares = (value: Scores | Shares): value is Shares =>
  Object.values(value).every((each) => typeof each === "number");
