export const promises = {
  held: "“sla” 규칙으로 판정한 약속: {rules}건. 티켓 자체 기한으로 판정한 약속: {own}건.",
  only: "“{name}”: 처음부터 같은 규칙, 약속한 비율 {share}.",
  before: "“{name}”: {day} 변경 전 규칙, 약속한 비율 {share}.",
  since: "“{name}”: {day}부터 적용된 규칙, 약속한 비율 {share}.",
  each: "{name}: {count}건 중 {value} 준수, 약속한 비율은 {share}입니다.",
  changed: "{name}: {count}건 중 {value} 준수, 약속한 비율은 기간 중에 바뀌었습니다.",
  define: "약속: {promises}.",
};
