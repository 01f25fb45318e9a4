export const home = {
  nextGoals: "다음 목표",
};
