export const goalCoach = {
  severity: "嚴重程度",
  severityHint: "對客戶的影響有多大。摘要會先列出最嚴重的目標。",
  severities: { high: "高", normal: "一般", low: "低" },
  severityLine: "嚴重程度：{severity}",
  alsoAsked: "也請他們回報進度",
  alsoAskedHint: "除負責人外，每個檢查點也會詢問的人。",
  alsoAskedLine: "也會請他們回報：{people}",
};
