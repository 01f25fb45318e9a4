export const doors = {
  moment: "잠시만 기다려 주세요…",
};
