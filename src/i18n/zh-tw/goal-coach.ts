export const goalCoach = {
  severity: "嚴重程度",
  severityHint: "對客戶的影響有多大。摘要會先列出最嚴重的目標。",
  severities: { high: "高", normal: "一般", low: "低" },
  severityLine: "嚴重程度：{severity}",
  alsoAsked: "也請他們回報進度",
  alsoAskedHint: "除負責人外，每個檢查點也會詢問的人。",
  alsoAskedLine: "也會請他們回報：{people}",
  checkpoints: {
    label: "檢查點",
    hint: "檢視目標的日期，依期間長短建議，可自行修改：2026-12-02, 2026-12-16。留空則依建議。",
    not_a_day: "「{text}」不是日期。請寫成 {example}，並以逗號分隔。",
    not_between: "{text} 不能作為檢查點：必須在今天（{today}）之後、期限（{deadline}）之前。",
    too_many: "檢查點最多 {most} 個：請減少。",
  },
  confirm: {
    title: "確認目標",
    next: "下一步",
    back: "返回",
    changed: "填寫期間數據有更新。儲存前請再確認一次。",
    tooLong: "請寫得更簡短：最多 {most} 個字元。",
  },
};
