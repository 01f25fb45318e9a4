export const words = {
  stranger:
    "Goalpost answers full members of this workspace only. Ask a colleague here to share the figure with you.",
  tooLong: "That is longer than a question can be. Name one KPI and one period: “fcr last-week”.",
  unknownWord: "I do not know “{word}”.",
  didYouMean: "Did you mean one of these?",
  listHint: "“/kpi list” shows every KPI, “/kpi” alone what you can ask.",
  whichKpi: "“{name}” is used for more than one KPI. Which one do you mean?",
  isThisKpi: "“{name}” can mean other things too. Do you mean this KPI?",
  noKpi: "Which KPI? Name it first: “fcr last-week by channel”.",
  unknownOption: "{kpi} has no option “{option}”.",
  itsOptions: "Its options: {options}.",
  noOptions: "It has no options.",
  badOption: "“{value}” does not fit {option}.",
  allowedChoice: "Allowed: {values}.",
  allowedDuration: "Write a time: 30s, 5m, 4h.",
  allowedDays: "Write 1 to {most} days: 7d.",
  allowedScores: "This is set in goalpost.yml.",
  optionTwice: "“{option}” was given two different values.",
  fault: {
    future: "{period} has not begun yet.",
    reversed: "{period} ends before it begins.",
    no_such_day: "There is no such day: {period}.",
    no_such_week: "There is no such week: {period}. A year has 52 or 53.",
    no_such_month: "There is no such month: {period}. A year has 12.",
    no_such_quarter: "There is no such quarter: {period}. They are q1, q2, q3 and q4.",
    too_long: "{period} is longer than ten years.",
    empty: "{period} holds no time. Count from 1.",
    too_many_pieces:
      "{period} has more than {most} pieces of that length. Take longer pieces or a shorter period.",
    same_period: "{period} cannot be compared with itself. Compare it with another one.",
    short_above_within:
      "“short_abandons” may not be longer than “within”: whoever hangs up after that has waited too long and counts.",
    no_allocation_key:
      "No key says how shared costs are spread. Declare each channel's share in goalpost.yml: “kpis: { cost_per_contact: { key: { email: 60, phone: 40 } } }”.",
    cannot_adjust: "Case mix can be adjusted for in shares and means, split by agent or by team.",
    no_heat: "A heat table lays a count on the hours of the week, such as contact volume.",
    why_of_agents:
      "Why a figure moved is not looked for in single people: chance moves them most. Ask for their figures over a month or more.",
    anonymous:
      "People answer this survey in confidence, so it is not shown for single agents. Ask by team.",
    too_short_for_agents:
      "Single agents are judged over months, never over less than one: days are far too short.",
  },
  agents: {
    allButSome:
      "Some agents have opted out, so there is no figure of all agents but some: it could be theirs alone.",
    ownOnly:
      "Figures of single agents are for leads and admins. You may always ask for your own: “agent:me”.",
    own: "My own figures",
    unknownSelf: "I do not know which agent in the records you are.",
    unknownSelfHint:
      "An admin names you in goalpost.yml, under people: agents: with your Slack id {id}.",
    optedOut: "{names}: opted out of figures by name.",
  },
  faultHint:
    "Periods: today, yesterday, last-week, this-month, last-7-days, 2026-W46, 2026-10, 2026-q3, 2026-10-01..2026-10-15.",
  chooseKind: "{kpi} can be counted from either of these. Which one?",
  guide: {
    title: "Ask for a KPI",
    ask: "Name a KPI, in any order with what else you want: “/kpi fcr last-week by channel”.",
    periods:
      "Periods: today, yesterday, last-workday, last-week, this-month, last-7-days, 2026-W46, 2026-10, 2026-q3, october, 2026-10-01..2026-10-15, since 2026-10-01. None means last-week.",
    split:
      "Split it by channel, team, agent, topic, priority, customer_segment or language: “by channel team”. Cut a period into days, weeks or months: “2026-q3 by month”.",
    filter:
      "Narrow it: “channel:email,chat”, “not team:Billing”. Compare it: “vs last-month”, “vs same-period-last-year”, “vs target”. See it over time: “trend”.",
    about:
      "Ask about it: “why fcr last-month”, “top fcr last-week”, “receipt fcr last-week”. Note what happened: “note 2026-11-12 new phone menu”.",
    language: "English, 한국어, русский and 繁體中文 all work, also mixed.",
  },
  list: {
    title: "KPIs",
    name: "KPI",
    id: "What to type",
    meaning: "What it says",
    unit: "Unit",
  },
  define: {
    formula: "Counted as: {formula}.",
    higher: "Higher is better.",
    lower: "Lower is better.",
    neutral: "Neither higher nor lower is better by itself.",
    target: "Usual target: {target}.",
    noTarget: "No usual target; set one that fits your team.",
    guardrails: "Watch beside it: {kpis}.",
    version: "Definition {definition}.",
    options: "Options",
    option: "Option",
    values: "Values",
    byDefault: "Unless said otherwise",
    days: "1–{most} days",
    duration: "a time, such as 30s",
    scores: "set in goalpost.yml",
  },
  units: {
    percent: "%",
    seconds: "time",
    count: "number",
    points: "points",
    score: "score",
    money: "money",
    ratio: "ratio",
    per_hour: "per hour",
  },
  helpTitle: "What you can say",
  helpHint: "In a direct message or a mention the slash is not needed: “fcr last week”.",
  listButton: "All KPIs",
  guideButton: "What can I ask?",
  incomplete: {
    by_what: "By what? “by channel”, “by team”, “by agent”, “by topic” …",
    since_when: "Since when? Name a day: “since 2026-10-01”.",
    compare_with_what:
      "Compare with what? “vs last-month”, “vs same-period-last-year”, “vs target”.",
    not_what: "“{word}” needs a filter beside it: “not channel:email”.",
    no_value: "“{word}:” needs a value, such as “{word}:email”.",
    in_and_not: "“{word}” is both asked for and left out. Say one of the two.",
  },
  contradiction: {
    two_kpis: "One KPI at a time: which of {named}?",
    two_periods: "Two periods were named: {named}. Which one?",
    two_comparisons: "Two comparisons were named: {named}. Which one?",
    too_many_segments: "At most two segments at once: {named} are too many.",
    every_twice: "Days, weeks or months, one at a time: {named} are too many.",
    every_of_what: "One figure for each {named} of which period? Name one, such as “2026-q3”.",
    time_alone: "Do you mean “by {named}”, one figure for each?",
    segment_alone: "Do you mean “by {named}”? For one value only, say “{named}:value”.",
    top_alone: "“top” says how many groups to show, so it needs “by”.",
    not_begun: "{named} has not begun yet. Ask for one that has.",
    no_beginning: "From which day until {named}? Name both ends.",
    no_end: "“{named}..” has no end: all of it, or everything since a day?",
  },
};
