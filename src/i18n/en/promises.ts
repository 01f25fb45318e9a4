export const promises = {
  held: "Held to a rule of “sla”: {rules}. Held to the due time the ticket brought: {own}.",
};
