export const quantities = {
  percent: "{number}%",
  percentagePoints: "{number}%p",
  perHour: "시간당 {number}",
  seconds: "{number}초",
  minutes: "{number}분",
  hours: "{number}시간",
  days: "{number}일",
};
