export const goalRules = {
  recent: {
    one: "The last {count} week: {line} ({low} to {high}).",
    other: "The last {count} weeks: {line} ({low} to {high}).",
  },
  gains: {
    one: "Best improvement over {count} week since {start}: {best}; typical: {typical}.",
    other: "Best improvement over {count} weeks since {start}: {best}; typical: {typical}.",
  },
  gainsNone: {
    one: "Since {start} it never got better over {count} week.",
    other: "Since {start} it never got better over {count} weeks.",
  },
  atBest: "At the best pace so far that makes {target} by {deadline}.",
  reachedBefore: "At that pace the target is reached in time.",
  tryEither: "Try {target}, or {deadline}.",
  tryTarget: "Try {target}.",
  tryDeadline: "Try {deadline}.",
  instead: "Take instead",
  insteadHint:
    "What you choose takes the place of what you asked for, and the goal is said once more.",
  steps: "In monthly steps: {steps}.",
  headroom: "It closes {share} of the gap to the end of the scale.",
  warnings: {
    target_very_ambitious:
      "An improvement of three quarters or more tends to discourage: smaller steps may go further.",
    baseline_missing:
      "There is no whole week of data yet to compare with, and a goal should not be set at random: wait for one.",
    guardrail_missing:
      "It only saves money or time. Watch a customer KPI beside it, such as {kpi}.",
    guardrail_none:
      "One figure alone misleads. Watch one beside it that must not get worse, such as {kpi}.",
    owner_of_many:
      "One person would look after more than five goals: give it to somebody closer to the work.",
  },
  notes: {
    target_beyond_best: "That is more than the team has reached in such a time before.",
    one_channel_first:
      "It is easier to answer quicker in one channel first and then to add the next: write channel:email under “Only for”.",
  },
  blocks: {
    not_delivered:
      "No connected source brings this figure: {reason} Connect one, or choose another KPI.",
    checkpoint_missing: "Name at least one checkpoint before the deadline.",
    survey_frequency_missing: "Choose how often customers are asked.",
    above_end: "{target} is not possible here: it cannot be more than {high}.",
  },
  surveyEvery: "How often customers are asked",
  surveyEveryHint: "A score that rises because other people are asked has not risen.",
  frequencies: {
    contact: "After every contact",
    week: "Every week",
    fortnight: "Every two weeks",
    month: "Every month",
    quarter: "Every quarter",
  },
  surveyLine: "How often customers are asked: {frequency}.",
  reasonHint:
    "An easier target, a later deadline, or what a rule warns of needs one. It stands in the history and the digest.",
};
