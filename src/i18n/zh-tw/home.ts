export const home = {
  nextGoals: "下一頁目標",
};
