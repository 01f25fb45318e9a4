export const promises = {
  held: "“sla” 규칙으로 판정한 약속: {rules}건. 티켓 자체 기한으로 판정한 약속: {own}건.",
  each: "{name}: {count}건 중 {value} 준수, 약속한 비율은 {share}입니다.",
  changed: "{name}: {count}건 중 {value} 준수, 약속한 비율은 기간 중에 바뀌었습니다.",
  define: "약속: {promises}.",
};
