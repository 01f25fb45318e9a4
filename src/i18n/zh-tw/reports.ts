export const reports = {
  reason: {
    no_records: "目前還沒有任何來源提供「{kind}」資料。",
    untold_events:
      "「{kind}」的紀錄都沒有計算此指標所需的「{columns}」。若來源有這項資料，請在「records:」中對應。",
    lacking_input: "現成數值未提供計算此指標所需的「{input}」。",
    only_ready_made: "這裡只有現成數值；中位數與百分位數需要原始紀錄。",
    no_match: "這段期間有紀錄，但沒有符合篩選條件的。",
    data_end: "資料只到 {day}。",
    data_begin: "資料從 {day} 開始。",
    empty_period: "這段期間沒有紀錄。",
    empty_denominator: "這段期間有紀錄，但目前都無法用來計算此數值。",
    no_customers: "紀錄中沒有客戶編號，無法得知同一客戶是否再次聯繫。",
    missing_values: "這段期間的紀錄缺少計算此數值所需的欄位。",
    unmapped_scale: "回覆使用了尚未設定規則的量表：請在設定中指定哪些分數算滿意。",
    direction_unknown: "問卷沒有說明量表的哪一端代表好。",
    mixed_scales: "回覆使用不同的量表，無法計算共同的平均。",
    withheld: { other: "少於 {count} 份回覆可能洩漏身分，因此不顯示。" },
  },
  churn: {
    large_customers_leave:
      "營收流失率（{revenue}）是客戶流失率（{customers}）的 {ratio} 倍：離開的主要是大客戶。",
    small_customers_leave:
      "營收流失率（{revenue}）是客戶流失率（{customers}）的 {ratio} 倍：離開的主要是小客戶。",
    even: "營收流失率（{revenue}）與客戶流失率（{customers}）相近：大客戶與小客戶平均流失。",
  },
  warning: {
    tiny_sample: { other: "只有 {count} 筆紀錄，不足以判斷。" },
    small_sample: { other: "只有 {count} 筆紀錄，數值仍可能大幅變動。" },
    unfinished_period: "期間尚未結束，與前一期間的相同時段比較。",
    unfinished_uncompared: "期間尚未結束，這是截至目前的數值。",
    provisional: "在 {day} 之前為暫定值：客戶仍可能再次聯繫。",
    still_waiting: { other: "{count} 張工單仍在等待首次回覆，未計入此數值。" },
    solved_without_reply: { other: "{count} 張工單未經人工回覆即結案，不算首次聯繫解決。" },
    abandons_without_wait: {
      other: "{count} 通放棄的來電沒有等待時間，因此不論採用哪種算法都計為進線。",
    },
    incomplete_records: { other: "{count} 筆紀錄缺少所需的值，未列入計算。" },
    without_customer: { other: "{count} 筆紀錄沒有客戶編號，未列入計算。" },
    unmapped_scale: { other: "{count} 份回覆使用尚未設定規則的量表，未列入計算。" },
    direction_unknown: { other: "{count} 份回覆未說明量表的哪一端代表好，未列入計算。" },
    source_stale: "{source} 的資料不是最新的，只到 {time}。",
    source_late: "{source} 的資料延遲：上次讀取失敗或未執行。資料到 {time}。",
    source_unread: "{source} 尚未讀取過。",
    data_end: "{source} 的資料在期間結束前就已停止，只到 {time}。",
    ready_made_percentiles: "此數值包含現成數值；中位數與百分位數僅由紀錄計算。",
    guardrail_worse: "有所改善，但同時變差的有：{kpi}。",
  },
};
