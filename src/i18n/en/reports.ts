export const reports = {
  reason: {
    being_read: "A source is being read for the first time: ask again in a moment.",
    no_records: "No source has delivered anything for “{kind}” yet.",
    untold_events:
      "No record of “{kind}” has “{columns}”, which this figure needs. If the source knows it, map it under “records:”.",
    lacking_input: "The ready-made figures do not bring “{input}”, which this figure needs.",
    only_ready_made:
      "There are only ready-made figures here; a median or percentile needs the records themselves.",
    no_such_value: "No record of this period has {segment} “{typed}”. There are: {values}.",
    no_match: "There are records in this period, but none that fit the filters.",
    data_end: "The data reach only to {day}.",
    data_begin: "The data begin on {day}.",
    empty_period: "There are no records in this period.",
    empty_denominator:
      "There are records in this period, but none that this figure can be computed from yet.",
    no_customers:
      "The records carry no customer ids, so nobody can see whether the same customer came back.",
    missing_values: "The records of this period lack a value that this figure needs.",
    unmapped_scale:
      "The answers use a scale that has no rule: name its satisfied scores in the configuration.",
    direction_unknown: "The surveys do not say which end of their scale is the good one.",
    mixed_scales: "The answers use different scales, and those have no common mean.",
    withheld: {
      one: "Withheld: fewer than {count} answer would give people away.",
      other: "Withheld: fewer than {count} answers would give people away.",
    },
  },
  warning: {
    tiny_sample: {
      one: "Only {count} record: too few to judge by.",
      other: "Only {count} records: too few to judge by.",
    },
    small_sample: {
      one: "Only {count} record: the figure can still swing.",
      other: "Only {count} records: the figure can still swing.",
    },
    unfinished_period: "The period is not over; it is compared with the same stretch of time.",
    unfinished_uncompared: "The period is not over; the figure covers it so far.",
    no_trend: "No earlier period has data, so there is no trend to draw.",
    provisional: "Provisional until {day}: a repeat contact can still come.",
    still_waiting: {
      one: "{count} ticket is still waiting for its first reply and is not in the figure.",
      other: "{count} tickets are still waiting for their first reply and are not in the figure.",
    },
    solved_without_reply: {
      one: "{count} ticket was closed without any human reply and does not count as solved at the first contact.",
      other:
        "{count} tickets were closed without any human reply and do not count as solved at the first contact.",
    },
    abandons_without_wait: {
      one: "{count} abandoned call has no waiting time, so it counts as offered whatever the variant says.",
      other:
        "{count} abandoned calls have no waiting time, so they count as offered whatever the variant says.",
    },
    incomplete_records: {
      one: "{count} record lacks a value that this figure needs and is left out.",
      other: "{count} records lack a value that this figure needs and are left out.",
    },
    without_customer: {
      one: "{count} record has no customer id and is left out.",
      other: "{count} records have no customer id and are left out.",
    },
    unmapped_scale: {
      one: "{count} answer uses a scale that has no rule and is left out.",
      other: "{count} answers use a scale that has no rule and are left out.",
    },
    direction_unknown: {
      one: "{count} answer does not say which end of its scale is the good one and is left out.",
      other:
        "{count} answers do not say which end of their scale is the good one and are left out.",
    },
    source_stale: "{source} is not current: its data reach to {time}.",
    source_late: "{source} is late: its last pull failed or did not come. Data up to {time}.",
    source_odd: {
      few: "{source} brought only {count} records of “{kind}” for {day}, where about {usual} are usual: see whether the export is whole.",
      many: "{source} brought {count} records of “{kind}” for {day}, where about {usual} are usual: see whether something came twice.",
      empty: "The last pull of {source} was empty; the records from before are used.",
    },
    source_unread: "{source} has not been read yet.",
    data_end: "The data of {source} end at {time}, before the period does.",
    ready_made_percentiles:
      "Ready-made figures are part of this value; median and percentiles come from records alone.",
    guardrail_worse: "Better, but at the same time worse: {kpi}.",
  },
};
