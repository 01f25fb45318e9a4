export const goalCoach = {
  severity: "Severity",
  severityHint: "How much it hurts customers. A digest puts the heaviest first.",
  severities: { high: "high", normal: "normal", low: "low" },
  severityLine: "Severity: {severity}",
  alsoAsked: "Also asked to check in",
  alsoAskedHint: "People besides the owner who are asked at each checkpoint.",
  alsoAskedLine: "Also asked to check in: {people}",
};
