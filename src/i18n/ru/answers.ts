export const answers = {
  noData: "Нет данных",
};
