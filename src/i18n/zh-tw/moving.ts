export const moving = {
  summary: "將所有資料移至 PostgreSQL（to-postgres），或移回資料夾（to-folder）",
  badWord: "「goalpost migrate」後面請接 to-postgres 或 to-folder。",
  noUrl: "尚未指定資料庫。請將位址設定於 DATABASE_URL，再執行一次相同的指令。",
  done: "已從 {from} 移至 {to}，並逐列比對：{counts}。",
  records: "各資料表的紀錄筆數與核對碼，兩邊相同：{tables}。",
  moving: "{table}：已移動 {rows} 列",
  comparing: "正在比對已移動的內容",
  toPostgresNext:
    "請保留 DATABASE_URL 並啟動 Goalpost。先前的檔案位於 {aside}，確認一切正常後請刪除。",
  toFolderNext: "請從環境中移除 DATABASE_URL，再啟動 Goalpost。",
};
