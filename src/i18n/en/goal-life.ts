export const goalLife = {
  checkpointTitle: "Checkpoint on {day}: how does it go?",
  notAsked: "Only its owner, whoever is asked to check in, leads and admins may. Ask one of them.",
  becauseOwner: "You get this because you own goal {id}. /goal pause {id} stops it.",
  becauseAsked: "You get this because you are asked to check in on goal {id}.",
  due: "Checkpoint of {day}: nobody has checked in yet.",
  easedElsewhere: "{goal}: {change}",
  oddsToKeep:
    "If things go on like this, the chance to hold it in every week until the deadline is {odds}.",
  neededWeekly:
    "{needed} a week from now on makes {target} a week over the whole time since {start}.",
  pastOdds: {
    button: "Past odds",
    title: "How the odds came true",
    what: "Odds are told on cards and in digests; what came is measured after the deadline. Where they are right, 70 % comes true in seven of ten.",
    count: {
      one: "Of {count} chance told the deadline is past.",
      other: "Of {count} chances told the deadline is past.",
    },
    goals: { one: "They are of {count} goal.", other: "They are of {count} goals." },
    tooFew: {
      one: "Not enough yet: {count} chance told has come to its deadline, and {fewest} are needed.",
      other:
        "Not enough yet: {count} chances told have come to their deadline, and {fewest} are needed.",
    },
    tenth: "Chance told",
    said: "Said on average",
    reached: "Came true",
    told: "How many",
    notEnough: "not enough yet",
  },
  handOver: {
    title: "Goal {id} has no owner any more",
    asked: "The account of its owner was closed. The goal goes on; who sees it through?",
    until: "Its owner until now:",
    button: "Take over",
    because:
      "You get this once, because you set it, are asked to check in on it, or lead the team.",
    remark: "Its owner has left. Take it over: /goal take-over {id}",
    done: "Goal {id} is yours now.",
    notFree: "Goal {id} has an owner. Nothing was changed.",
  },
  ofCount: "{part} of {whole}",
  draft: {
    field: "When it begins",
    choices: { no: "Start now", yes: "Keep as a draft" },
    button: "Start",
    kept: "Goal {id} is kept as a draft.",
    next: "Only its owners, whoever set it, leads and admins see it, and nobody is reminded of it. /goal start {id} begins it.",
    started: "Goal {id} has begun.",
    begun: "Goal {id} has begun already. Nothing was changed.",
    notBegun: "Goal {id} is a draft and has not begun. Start it with /goal start {id}.",
    reason: "Edit it, or say why it is right all the same: /goal start {id} and your reason.",
  },
  renewal: {
    field: "After the deadline",
    already: "Goal {id} has gone on as {next} already.",
    button: "Goes on?",
    choices: { month: "Anew each month", quarter: "Anew each quarter", no: "Ends for good" },
    not: "It ends with its deadline.",
    every: {
      month: "It begins anew each month after its deadline.",
      quarter: "It begins anew each quarter after its deadline.",
    },
    kept: "The target is kept.",
    moved: "Each time it is reached, the target moves on by {step}.",
    how: "A step each time it is reached: /goal renew {id} month 5%",
    unclear:
      "I do not know how “{words}” goes on. Say month, quarter or no, with at most 50 % a time.",
    from: "Goes on from goal {id}",
    title: "Goal {id} goes on from {before}",
    ended: "Goal {id} ended: {state}, at {value}.",
    because: "You get this because you own the goal. /goal renew {id} no ends it for good.",
  },
  review: {
    title: {
      one: "A new quarter: {count} goal wants a decision",
      other: "A new quarter: {count} goals want a decision",
    },
    reasons: {
      over: "Its deadline is past. Archive it, or let it go on.",
      went_on: "It is over and goes on as {next}. Archive it.",
      silent: "Nobody has checked in for a quarter. Is it still the right aim?",
      long: "It has run for a quarter and runs for another. Is it still the right aim?",
    },
    because: "Goals are reviewed once a quarter ({quarter}); you get this because you own them.",
  },
};
