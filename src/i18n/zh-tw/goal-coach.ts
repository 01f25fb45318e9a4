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
  steps: "途中：{steps}。",
  step: "{day}前 {target}",
  targetMore: {
    percent: "{hint}。也可寫「10 個中 7 個」，或逐月目標：75, 78, 80。",
    any: "{hint}。也可用逗號分隔，逐月填寫目標。",
    band: "最小值與最大值，例如 {example}。",
  },
  keepWithin: "{kpi}：到 {deadline}為止維持在 {target} 之間。",
  target: {
    bandReach: "範圍是用來維持的：請選擇「維持」。",
    bandSided: "這項 KPI 有較佳的方向：請只寫一個要維持的值。",
    bandOrder: "範圍須由小到大：{low} 並不小於 {high}。",
    oneNumber: "您指的是 {first} 嗎？請不要加千分位符號：{firstPlain}。",
    twoNumbers:
      "您指的是 {first} 還是 {second}？請不要加千分位符號：{firstPlain} 或 {secondPlain}。",
    comma:
      "您指的是 {value}，還是先 {first} 再 {second}？單一目標值請寫 {valuePlain}；逐月目標請在逗號後加空格：{list}。",
    clock: "您指的是 {first} 還是 {second}？請寫上單位。",
    signed:
      "您指的是 {value}、{relative} 還是 {points}？第一個請輸入 {valuePlain}，第二個請輸入數值，第三個請以百分點表示變化：{valuePlain}pp。",
    unit: "缺少單位。請一併寫上，例如 {example}。",
    whole: "這裡只能使用整數，例如 {example}。",
    seriesMonths: "請為期限前的每個月底（{days}）各寫一個目標值，或寫明月份：10月 75, 11月 78。",
    seriesBack: "{value} 比 {before} 退步：途中的每個目標不得差於前一個。",
    seriesKeep: "維持型目標只有一個目標值：請只寫一個，或選擇「達到」。",
  },
};
