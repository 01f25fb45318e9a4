export const home = {
  nextGoals: "Next goals",
};
