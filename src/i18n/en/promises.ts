export const promises = {
  held: "Held to a rule of “sla”: {rules}. Held to the due time the ticket brought: {own}.",
  only: "“{name}” as it has always been: {share} promised.",
  before: "“{name}” as it was before {day}: {share} promised.",
  since: "“{name}” as it has been since {day}: {share} promised.",
  each: "{name}: {value} of {count} kept; {share} promised.",
  changed: "{name}: {value} of {count} kept; the share promised changed within the period.",
  define: "Promised: {promises}.",
};
