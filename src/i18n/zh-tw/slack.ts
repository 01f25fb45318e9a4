export const slack = {
  failure:
    "發生了問題，我們已記錄下來。請稍後再試；若仍無法解決，請將參考編號 {reference} 提供給 Goalpost 管理員。",
  tooLong: "這次查詢的量太大，已停止。請縮短期間或減少細分項目。參考編號：{reference}",
  notSaved:
    "Goalpost 目前無法寫入磁碟，因此沒有任何變更；指標仍可照常查詢。請將參考編號 {reference} 提供給 Goalpost 管理員。",
  unreachable:
    "Goalpost 的資料庫目前沒有回應。請稍後再試。若您剛剛做了變更，請先確認是否已儲存。供 Goalpost 管理員查詢的參考編號：{reference}",
  tooOften: { other: "一個人或一個頻道在一分鐘內提出的問題太多了。請在 {count} 秒後再問一次。" },
  busy: "目前同時提問的人太多。請過幾秒後再問一次。",
  youTyped: "您輸入的內容：{words}",
  askAgain: "再問一次",
  formStays: "表單未更新：目前請求過多。請過幾秒後再更改一次這個欄位。",
  sendAgain: "尚未執行任何動作：目前請求過多。請過幾秒後重新送出表單。",
  unknownCommand: "Goalpost 不認得指令 {command}。",
  openForm: "開啟表單",
  formLate: "表單未能及時開啟。請按下按鈕再試一次。",
  formHere: "需要填寫幾個欄位。請按下按鈕開始填寫。",
  formGone: "這份表單已失效，請重新開始。",
  closedEarly: "尚未儲存：表單還有一個問題要回答。請重新開啟表單。",
  cancel: "取消",
  close: "關閉",
  done: "完成",
  notDone: "未完成",
  saving: "儲存中…",
  savingLong: "這需要多一點時間。您可以等候或關閉視窗，內容不會遺失。",
  shareNowhere: "這裡沒有可以分享的頻道。",
  shareClosed:
    "未分享：頻道中有外部人員，或 Goalpost 無法確認頻道成員。請先邀請 Goalpost 加入頻道再試一次。",
  shareAgents: "未分享：內容含有個別客服人員的數據，而設定並未開放在此頻道顯示。",
  homeEmpty: "這裡還沒有內容。在任何頻道輸入 /kpi 即可查詢數據。",
};
