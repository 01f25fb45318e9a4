export const quantities = {
  percent: "{number}%",
  percentagePoints: "{number} 個百分點",
  perHour: "每小時 {number}",
  seconds: "{number} 秒",
  minutes: "{number} 分",
  hours: "{number} 小時",
  days: "{number} 天",
};
