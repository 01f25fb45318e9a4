export const home = {
  nextGoals: "Next goals",
  needsTitle: "What needs you now",
  needsNothing: "Nothing needs you right now.",
  needsMore: {
    one: "{count} more thing needs you.",
    other: "{count} more things need you.",
  },
  showGoal: "Look at {id}",
  checkIn: "Check in: {id}",
  takeOver: "Take over {id}",
  digestPaused: "Your digest {id} is paused.",
  preview: "Preview {id}",
  pause: "Pause {id}",
  resume: "Resume {id}",
  status: "Status of {id}",
  moreDigests: {
    one: "{count} more digest",
    other: "{count} more digests",
  },
  myTeam: "Your team: {team}, last week",
  wholeDesk: "The whole desk, last week",
  noTeam:
    "Nobody has said which team is yours: an admin can name you in goalpost.yml, as one of the members of a team.",
  measuring: "Your goals and figures are being measured and come in a moment.",
};
