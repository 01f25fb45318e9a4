export const promises = {
  held: "Held to a rule of “sla”: {rules}. Held to the due time the ticket brought: {own}.",
  each: "{name}: {value} of {count} kept; {share} promised.",
  changed: "{name}: {value} of {count} kept; the share promised changed within the period.",
  define: "Promised: {promises}.",
};
