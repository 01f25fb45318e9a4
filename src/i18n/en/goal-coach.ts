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
};
