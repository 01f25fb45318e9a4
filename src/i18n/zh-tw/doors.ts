export const doors = {
  moment: "請稍候…",
};
