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
};
