export const promises = {
  held: "依「sla」規則判定：{rules} 件。依工單本身期限判定：{own} 件。",
  each: "{name}：{count} 件中達成 {value}；承諾 {share}。",
  changed: "{name}：{count} 件中達成 {value}；承諾的比例在期間內有變動。",
  define: "承諾：{promises}。",
};
