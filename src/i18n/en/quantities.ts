export const quantities = {
  percent: "{number} %",
  percentagePoints: "{number} pp",
  perHour: "{number} per hour",
  seconds: "{number} s",
  minutes: "{number} min",
  hours: "{number} h",
  days: "{number} d",
};
