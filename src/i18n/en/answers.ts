export const answers = {
  noData: "No data",
};
