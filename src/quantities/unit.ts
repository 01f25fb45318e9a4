/** `percent` is 0–100, `seconds` a duration, `points` −100…100, `score` a mean on a survey's own scale. */
export type Unit =
  | "percent"
  | "seconds"
  | "count"
  | "points"
  | "score"
  | "money"
  | "ratio"
  | "per_hour";
