export const goalLife = {
  checkpointTitle: "{day} 檢查點：進展如何？",
  notAsked: "只有負責人、受邀回報的人、主管與管理員可以回報。請找其中一位協助。",
  becauseOwner: "您是目標 {id} 的負責人，因此收到這則訊息。輸入 /goal pause {id} 可停止提醒。",
  becauseAsked: "您受邀回報目標 {id} 的進展，因此收到這則訊息。",
  due: "{day} 檢查點：尚無人回報。",
  easedElsewhere: "{goal}：{change}",
  oddsToKeep: "照目前情況，到期限為止每週都維持住的機率為 {odds}。",
  neededWeekly: "從現在起每週達到 {needed}，自 {start}以來平均每週即為 {target}。",
};
