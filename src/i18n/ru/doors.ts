export const doors = {
  moment: "Одну секунду…",
};
