export const goalCoach = {
  severity: "Severity",
  severityHint: "How much it hurts customers. A digest puts the heaviest first.",
  severities: { high: "high", normal: "normal", low: "low" },
  severityLine: "Severity: {severity}",
  alsoAsked: "Also asked to check in",
  alsoAskedHint: "People besides the owner who are asked at each checkpoint.",
  alsoAskedLine: "Also asked to check in: {people}",
  checkpoints: {
    label: "Checkpoints",
    hint: "The days on which the goal is looked at, proposed by its length. Change them as you like: 2026-12-02, 2026-12-16. Empty: as proposed.",
    not_a_day: "“{text}” is no day. Write the days as {example}, with commas between them.",
    not_between:
      "{text} is no checkpoint: it must lie after {today} and before the deadline, {deadline}.",
    too_many: "More than {most} checkpoints are too many: name fewer.",
  },
  confirm: {
    title: "Confirm the goal",
    next: "Continue",
    back: "Back",
    changed: "The figures changed while you wrote. Please look once more before you save.",
    tooLong: "Say it more briefly: in at most {most} characters.",
  },
  steps: "On the way: {steps}.",
  step: "{target} by {day}",
  targetMore: {
    percent: "{hint}. Also 7 of 10, or one for each month: 75, 78, 80.",
    share: "{hint}. Also 90 % within 1h, or one for each month, by commas.",
    any: "{hint}. Also one for each month, by commas.",
    band: "The least and the most, for example {example}.",
  },
  keepWithin: "{kpi}: within {target} until {deadline}.",
  target: {
    bandReach: "A band is to be kept: choose to keep it.",
    bandSided: "This KPI has a better side: name the one value to keep it at, or better.",
    bandOrder: "A band goes from less to more: {low} is not less than {high}.",
    oneNumber: "Do you mean {first}? Write it without marks between the thousands: {firstPlain}.",
    twoNumbers:
      "Do you mean {first} or {second}? Write it without marks between the thousands: {firstPlain} or {secondPlain}.",
    comma:
      "Do you mean {value}, or first {first} and then {second}? Write {valuePlain} for the one; for a target each month, a space behind the comma: {list}.",
    clock: "Do you mean {first} or {second}? Write it with its units.",
    signed:
      "Do you mean {value}, {relative} or {points}? Write {valuePlain} for the first, the value for the second, or the change in points: {valuePlain}pp.",
    unit: "A number of what? Write the unit too: for example {example}.",
    whole: "Only whole numbers are counted here: for example {example}.",
    seriesMonths:
      "Name one target for the end of each month until the deadline ({days}), or name the months: Oct 75, Nov 78.",
    seriesBack:
      "{value} is a step back from {before}: each target on the way must be as good as the one before it, or better.",
    seriesKeep: "A goal to keep has one target: name it, or choose to reach one.",
  },
};
