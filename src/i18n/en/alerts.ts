export const alerts = {
  behind: "Goal {id} has fallen behind",
  guardrail: "Goal {id}: a guardrail got worse",
  severe:
    "It comes to this channel because goal {id} is of high severity. /goal edit {id} changes that.",
  stale: "The data of {source} are no longer current",
  marked:
    "Figures made of them are marked, and goals are not judged by them until they are read again. npx goalpost doctor says what is wrong.",
  keeper: "You get this because you look after Goalpost: once each time a source stops.",
  corrected: "Figures of this digest have changed since",
};
