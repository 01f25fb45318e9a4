/** The configuration of the sample desk. A newcomer reads it first, so it explains itself. */
export const goalpostYml = (zone: string): string => `\
# The sample support desk of the playground: what it is, what it promises, where its records are.
# Goalpost writes this file and the folders beside it; your own goalpost.yml can begin as a copy.
# Every figure you see in the playground was pulled through it, the way your own would be.

workspace:
  timezone: ${zone}        # where a day begins and ends, for every figure
  week_starts: monday
  fiscal_year_starts: january
  locale: en                       # for people whose own language Slack does not tell
  currency: EUR

# Working time. Promises on the business clock count only these hours.
calendar:
  hours: { mon-fri: ["09:00-12:30", "13:30-18:00"] }   # a closed hour for lunch
  holidays: DE-BE                                      # public holidays of Berlin

# Who may do what. Everybody of the workspace may ask.
people:
  admins: [U0MINA]
  leads: [U0LENA, S0LEADS]         # they set goals and digests; S… is a user group
  agents: { Andrei Volkov: U0ANDREI }   # the name in the records, and who that is in Slack

# By the name the records carry. A team may have its own working time and its own channel.
teams:
  Billing: { channel: C0BILLING, members: [U0LENA, U0ANDREI] }   # their Home shows its figures
  Technical:
    calendar: { hours: { mon-fri: ["08:00-20:00"], sat: ["09:00-17:00"] }, holidays: DE-BE }
  Orders:
    calendar: { hours: { mon-fri: ["08:00-19:00"], sat: ["09:00-14:00"] }, holidays: DE-BE }
  Onboarding: {}

# What was promised to customers. The first rule that fits a ticket is the one it is held to.
sla:
  - { name: urgent, kpi: first_response_time, within: 1h, priority: [urgent], clock: business, share: 80 }
  - { name: high, kpi: first_response_time, within: 4h, priority: [high], clock: business, share: 85 }
  - { name: first-reply, kpi: first_response_time, within: 1d, share: 90 }

privacy:
  keep_records: 3y
  agent_figures_in: [C0LEADS]      # elsewhere figures of single agents stay in direct messages

# How figures are counted where nobody says otherwise. Typed beside a KPI, other options win.
kpis:
  service_level: { within: 20s, short_abandons: 5s }
  csat: { satisfied: { 5: [4, 5] } }        # on a scale of five, 4 and 5 are satisfied
  fcr: { kind: tickets }                    # calls could answer it too: /kpi fcr kind:calls
  ticket_volume: { kind: tickets }
  cost_per_contact: { kind: tickets, shared: contacts }   # rent and software, by contacts
  channel_mix: { kind: tickets }
  mobile_share: { kind: tickets }
  calls_per_hour: { kind: calls }
  coaching_coverage: { kind: shifts }       # who worked, the shifts say
  agent_productivity: { kind: calls }
  top_agent: { kind: tickets }

# What the team aims at: one figure, or one for each channel.
targets:
  service_level: 80
  abandonment_rate: 5
  csat: 85
  fcr: 75
  first_response_time: { email: 24h, web: 24h, chat: 10m, messenger: 2h, social: 3h }

sources:
  # The help desk exports a file a month, in UTC. A column's name is enough where it says what is meant.
  - name: help-desk
    type: csv
    path: tickets/*.csv            # counts from this file's folder
    schedule: "*/15 * * * *"
    stale_after: 36h
    records:
      tickets:
        id: id
        created_at: created_at
        customer: requester
        customer_segment: segment
        language: language
        channel: channel
        team: group
        agent: assignee
        topic: topic
        priority: priority
        first_response_at: first_reply_at
        first_solved_at: first_solved_at
        solved_at: solved_at
        reopens: reopens
        agent_replies: public_replies
        assignees: assignees
        transfers: group_changes
        pending_seconds: waiting_for_customer_seconds
        sla_due_at: due_at
        solved_by: solved_by
        mobile: { column: device, values: { mobile: true, desktop: false } }
        bot: { column: bot, values: { yes: true, no: false } }
        url: url

  # The phone system writes for spreadsheets: semicolons, day first, local time, durations as a clock.
  # One row is a call, and the rating the caller gave at its end.
  - name: phones
    type: csv
    path: calls/*.csv
    schedule: "*/15 * * * *"
    stale_after: 36h
    records:
      calls:
        id: Call Id
        queued_at: { column: [Date, Time], format: "dd/MM/yyyy H:mm:ss" }
        customer: Customer
        customer_segment: Segment
        language: Language
        channel: { value: phone }  # the same in every row
        team: Queue
        agent: Agent
        topic: Topic
        outcome:
          column: Result
          values: { ANSWERED: handled, HUNG UP: abandoned, CALLBACK: callback, VOICEMAIL: voicemail }
        wait_seconds: Wait (s)
        talk_seconds: { column: Talk, as: duration }
        hold_seconds: { column: Hold, as: duration }
        wrap_seconds: { column: Wrap-up, as: duration }
        transfers: Transfers
        resolved: { column: Solved (Y/N), values: { Y: true, N: false } }
        script_used: { column: Script (Y/N), values: { Y: true, N: false } }
        mobile: { column: Mobile (Y/N), values: { Y: true, N: false } }
      surveys:
        id: Call Id
        kind: { value: csat }
        scale: { value: [1, 5] }
        answered_at: { column: [Rated on, Rated at], format: "dd/MM/yyyy H:mm:ss" }
        score: Rating
        customer: Customer
        customer_segment: Segment
        language: Language
        channel: { value: phone }
        team: Queue
        agent: Agent
        topic: Topic
        exclude: [{ column: Rating, is: "" }]   # not rated: a call, but no survey

  # The survey tool: satisfaction and effort after a ticket, the recommendation once a quarter,
  # and once a month the team itself, by team and never by name.
  - name: surveys
    type: csv
    path: surveys/*.csv
    schedule: "7 * * * *"
    stale_after: 36h
    records:
      surveys:
        id: id
        kind: survey
        ticket: ticket             # rated again, only the latest rating of a ticket counts
        sent_at: sent_at
        answered_at: answered_at
        score: score
        scale_low: lowest
        scale_high: highest
        high_is_good: { value: true }
        customer: customer
        customer_segment: segment
        language: language
        channel: channel
        team: team
        agent: agent
        topic: topic

  # Who the customers are, since when, and why those who left did.
  - name: customers
    type: csv
    path: billing/customers.csv
    schedule: "12 * * * *"
    stale_after: 36h
    records:
      customers:
        id: id
        started_at: since
        ended_at: until            # empty: still a customer
        reason: reason
        monthly_revenue: monthly fee
        thanked_at: thanked
        customer_segment: segment
        language: language

  # Every change of what recurs each month: its sum is the revenue a month begins with.
  - name: revenue
    type: csv
    path: billing/revenue.csv
    schedule: "12 * * * *"
    stale_after: 36h
    records:
      revenue:
        id: id
        at: at
        customer: customer
        kind: change
        amount: amount
        customer_segment: segment

  - name: shop
    type: csv
    path: shop/*.csv
    schedule: "*/15 * * * *"
    stale_after: 36h
    records:
      purchases:
        id: order
        at: at
        customer: customer
        amount: total
        customer_segment: segment
        language: language

  # What support costs, a month at a time: a week gets the part of its days.
  - name: costs
    type: csv
    path: billing/costs.csv
    schedule: "12 * * * *"
    stale_after: 36h
    records:
      costs:
        id: id
        month: { column: month, format: yyyy-MM }
        kind: what
        channel: channel
        amount: amount
  # Who was planned for the front line, and how the time was spent.
  - name: workforce
    type: csv
    path: shifts/*.csv
    schedule: "12 * * * *"
    stale_after: 4d
    records:
      shifts:
        id: id
        agent: agent
        team: team
        from: begins_at
        to: ends_at
        scheduled_seconds: scheduled_seconds
        logged_seconds: logged_in_seconds
        available_seconds: waiting_seconds
        adherent_seconds: as_planned_seconds

  # One row is one talk between an agent and their lead.
  - name: coaching
    type: csv
    path: coaching/*.csv
    schedule: "17 * * * *"
    records:
      coaching: { id: id, at: held_at, agent: agent, team: team }

  # From the signature to the first use that was worth it.
  - name: onboarding
    type: csv
    path: onboardings/*.csv
    schedule: "22 * * * *"
    records:
      onboardings: { id: id, customer: customer, customer_segment: segment, signed_at: signed_at, first_value_at: first_value_at }

  # Posts that name us, and when we answered.
  - name: social
    type: csv
    path: mentions/*.csv
    schedule: "*/15 * * * *"
    stale_after: 36h
    records:
      mentions:
        id: id
        channel: network
        team: { value: Orders }
        created_at: posted_at
        first_response_at: answered_at

  # Important messages that want an answer: /kpi abandonment_rate scope:notices
  - name: notices
    type: csv
    path: notices/*.csv
    schedule: "42 * * * *"
    records:
      notices: { id: id, customer: customer, topic: about, sent_at: sent_at, answered_at: answered_at }

  # Visits to the help centre. Whether a ticket followed is looked up among the tickets.
  - name: help-centre
    type: csv
    path: sessions/*.csv
    schedule: "27 * * * *"
    stale_after: 36h
    records:
      sessions: { id: id, at: visited_at, customer: customer, language: language }

  # What was planned, and what of it is done.
  - name: plans
    type: csv
    path: milestones/*.csv
    schedule: "32 * * * *"
    records:
      milestones: { id: id, plan: plan, topic: what, planned_at: planned_at, done_at: done_at }
`;
