export const backup = {
  summary: "將目標、摘要、註記與稽核紀錄複製到檔案，機器人執行中也可以",
  restoreSummary: "停止機器人後還原這份備份；--dry-run 只做檢查",
  whereTo: "請寫明存放位置：「goalpost backup goalpost.backup」，或資料夾名稱。",
  which: "請寫明檔案：「goalpost restore goalpost.backup」；加上 --dry-run 只做檢查。",
  nothing: "尚未設定任何內容，因此沒有可複製的資料。",
  elsewhere: "文件存放在 PostgreSQL 中：請用 pg_dump 等工具備份它。",
  done: "已複製到 {path}：{documents}，以及稽核紀錄。",
  without: "不包含：可由來源重新取得的紀錄、goalpost.yml 與所有權杖。請另外保存。",
  checked: "{at} 的備份完整，可以還原：{documents}。沒有任何變更。",
  restored: "已還原到 {at} 的狀態：{documents}。",
  looks: "在此之前到期的內容，會先查看頻道再決定是否發布。",
  setAside: "資料資料夾中另行保存的檔案：{files}。",
  setAsideNext: "請確認其中是否還有需要的內容，然後刪除。",
  aside: "先前的狀態保存在旁邊的 {folder}。",
  forgotten: {
    other:
      "這份備份建立之後有 {count} 人的資料已被移除，備份中可能仍有其姓名：請分別再執行一次「goalpost forget」。",
  },
};
