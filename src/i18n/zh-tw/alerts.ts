export const alerts = {
  behind: "目標 {id} 已落後",
  guardrail: "目標 {id}：護欄指標變差",
  severe: "因目標 {id} 的嚴重程度高，這則訊息會發到此頻道。可用 /goal edit {id} 變更。",
  stale: "{source} 的資料已非最新",
  marked:
    "以這些資料計算的數值會加上標記，重新讀取之前也不會據以評判目標。請用 npx goalpost doctor 查看原因。",
  keeper: "您負責管理 Goalpost，因此收到這則訊息：資料來源每次停擺只通知一次。",
  corrected: "此摘要的數值之後有變動",
};
