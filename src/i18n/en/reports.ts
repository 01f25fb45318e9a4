export const reports = {
  reason: {
    being_read: "A source is being read for the first time: ask again in a moment.",
    card: "No single score: the figures stand side by side.",
    no_records: "No source has delivered anything for “{kind}” yet.",
    untold_events:
      "No record of “{kind}” has “{columns}”, which this figure needs. If the source knows it, map it under “records:”.",
    lacking_input: "The ready-made figures do not bring “{input}”, which this figure needs.",
    only_ready_made:
      "There are only ready-made figures here; a median or percentile needs the records themselves.",
    no_such_value: "No record of this period has {segment} “{typed}”. There are: {values}.",
    no_such_agent: "No record of this period has agent “{typed}”.",
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
    contradictory:
      "The figures contradict each other: {part} of {whole} cannot be. See what the source of the ready-made figures counts.",
    withheld: {
      one: "Withheld: fewer than {count} answer would give people away.",
      other: "Withheld: fewer than {count} answers would give people away.",
    },
  },
  churn: {
    large_customers_leave:
      "Revenue churn ({revenue}) is {ratio} times customer churn ({customers}): it is the large customers who leave.",
    small_customers_leave:
      "Revenue churn ({revenue}) is {ratio} times customer churn ({customers}): it is the small customers who leave.",
    even: "Revenue churn ({revenue}) and customer churn ({customers}) are alike: large and small customers leave evenly.",
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
    unfinished_against_whole: "The period is not over; what it is compared with is whole.",
    day_off: "{day} was not a working day. For the last one, {workday}, ask for “last-workday”.",
    uneven_workdays: "Working days: {now} here, {before} in the period compared with.",
    per_workday: "Per working day: {rate} here, {before} there.",
    no_trend: "No earlier period has data, so there is no trend to draw.",
    provisional: "Provisional until {day}: a repeat contact can still come.",
    short_period:
      "Shorter than a year: those who bought count as if they bought as often all year. Ask for a whole year.",
    still_waiting: {
      one: "{count} ticket is still waiting for its first reply and is not in the figure.",
      other: "{count} tickets are still waiting for their first reply and are not in the figure.",
    },
    mentions_waiting: {
      one: "{count} mention is still waiting for an answer.",
      other: "{count} mentions are still waiting for an answer.",
    },
    still_onboarding: {
      one: "{count} customer has not reached the first value yet and is not in the figure.",
      other: "{count} customers have not reached the first value yet and are not in the figure.",
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
    thanked_later: {
      one: "{count} customer was thanked after this period; whether also in it, the records do not say.",
      other:
        "{count} customers were thanked after this period; whether also in it, the records do not say.",
    },
    rated_again: {
      one: "{count} answer is left out: its ticket was rated more than once, and one rating counts.",
      other:
        "{count} answers are left out: their tickets were rated more than once, and one rating counts.",
    },
    notices_open: {
      one: "{count} notice can still be answered in time and is not in the figure.",
      other: "{count} notices can still be answered in time and are not in the figure.",
    },
    shared_costs:
      "{amount} of the costs belong to no channel and are in no channel's figure. “shared:contacts” spreads them by contacts, “shared:key” by shares declared in goalpost.yml.",
    source_stale: "{source} is not current: its data reach to {time}.",
    source_late: "{source} is late: its last pull failed or did not come. Data up to {time}.",
    source_odd: {
      few: "{source} brought only {count} records of “{kind}” for {day}, where about {usual} are usual: see whether the export is whole.",
      many: "{source} brought {count} records of “{kind}” for {day}, where about {usual} are usual: see whether something came twice.",
      later: {
        one: "The records of “{kind}” that {source} brought for {day} lie {count} hour later than is usual: see whether the zone of its times changed, and set timezone: of the source in goalpost.yml.",
        other:
          "The records of “{kind}” that {source} brought for {day} lie {count} hours later than is usual: see whether the zone of its times changed, and set timezone: of the source in goalpost.yml.",
      },
      earlier: {
        one: "The records of “{kind}” that {source} brought for {day} lie {count} hour earlier than is usual: see whether the zone of its times changed, and set timezone: of the source in goalpost.yml.",
        other:
          "The records of “{kind}” that {source} brought for {day} lie {count} hours earlier than is usual: see whether the zone of its times changed, and set timezone: of the source in goalpost.yml.",
      },
      empty: "The last pull of {source} was empty; the records from before are used.",
    },
    left_out_source:
      "{source} does not tell “{columns}”: its records are left out. If the source knows it, map it under “records:”.",
    set_aside: {
      one: "{source}: {count} row was set aside at the last pull; the receipt says why.",
      other: "{source}: {count} rows were set aside at the last pull; the receipt says why.",
    },
    option_unused: "“{option}” has no effect on this figure as it is counted here.",
    one_sided: "{kind} have no {segment}, so this figure cannot be split or narrowed by it.",
    whole_period_rate: "This is the rate of the whole period, not of a month.",
    source_unread: "{source} has not been read yet.",
    data_end: "The data of {source} end at {time}, before the period does.",
    ready_made_percentiles:
      "Ready-made figures are part of this value; median and percentiles come from records alone.",
    ready_made_hours:
      "Ready-made figures are part of this count; they come by the day and stand in no hour.",
    agents_short_period:
      "Less than three months: much of what sets agents apart is chance. Wait before you judge anybody by it.",
    agents_few_contacts: {
      one: "{count} row has fewer than 30 contacts: too few to judge an agent by.",
      other: "{count} rows have fewer than 30 contacts: too few to judge an agent by.",
    },
    shared_ranks:
      "Agents whose intervals overlap share a rank: chance alone could make the difference between them.",
    case_mix:
      "Adjusted for case mix: what each would reach with the whole desk’s topics and channels.",
    staffing:
      "Customers wait longer while the load rises: plan more people for these hours; “/kpi ticket_volume heat” shows which.",
    season:
      "The same month last year rose as well: it may be the season, which can be planned for.",
    resolved_drop:
      "Fewer were resolved than before: split it by channel, agent or topic to find where.",
    months_best: "Best month: {best}. Worst: {worst}.",
    no_target:
      "There is no target for this figure. Set one in goalpost.yml under “targets:”, or a goal with /goal.",
    months_range: "Highest month: {best}. Lowest: {worst}.",
    outlier_month: "Far from what is usual: {months}. Find out what happened then.",
    benchmark: "Benchmark: {benchmark} ({source}, {on}).",
    benchmark_ahead: "Ahead of the benchmark of {benchmark} ({source}, {on}) by {gap}.",
    benchmark_behind:
      "Behind the benchmark of {benchmark} ({source}, {on}) by {gap}: there is something to improve.",
    benchmark_level:
      "Level with the benchmark of {benchmark} ({source}, {on}): chance alone could make the difference.",
    guardrail_worse: "Better, but at the same time worse: {kpi}.",
  },
};
