export const home = {
  nextGoals: "Следующие цели",
};
