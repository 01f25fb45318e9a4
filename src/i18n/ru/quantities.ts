export const quantities = {
  percent: "{number} %",
  percentagePoints: "{number} п. п.",
  perHour: "{number} в час",
  seconds: "{number} с",
  minutes: "{number} мин",
  hours: "{number} ч",
  days: "{number} д",
};
