export const promises = {
  held: "“sla” 규칙으로 판정한 약속: {rules}건. 티켓 자체 기한으로 판정한 약속: {own}건.",
};
