export const home = {
  nextGoals: "下一頁目標",
  needsTitle: "現在需要您處理的事",
  needsNothing: "目前沒有需要您處理的事。",
  needsMore: {
    other: "還有 {count} 件事需要您處理。",
  },
  showGoal: "查看 {id}",
  checkIn: "回報 {id}",
  takeOver: "接手 {id}",
  digestPaused: "您的摘要 {id} 已暫停。",
  preview: "預覽 {id}",
  pause: "暫停 {id}",
  resume: "恢復 {id}",
  status: "{id} 的狀態",
  moreDigests: {
    other: "另有 {count} 份摘要",
  },
  myTeam: "您的團隊：{team}，上週",
  wholeDesk: "整個客服，上週",
  noTeam: "尚未設定您屬於哪個團隊：管理員可以在 goalpost.yml 中把您列為某個團隊的成員（members）。",
  measuring: "正在計算您的目標與數據，馬上就好。",
};
