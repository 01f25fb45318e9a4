export const answers = {
  noData: "無資料",
};
