export const answers = {
  noData: "데이터 없음",
};
