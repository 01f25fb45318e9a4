export const promises = {
  held: "依「sla」規則判定：{rules} 件。依工單本身期限判定：{own} 件。",
  only: "「{name}」：規則未曾變更，承諾 {share}。",
  before: "「{name}」：{day}變更前的規則，承諾 {share}。",
  since: "「{name}」：從 {day} 起的規則，承諾 {share}。",
  each: "{name}：{count} 件中達成 {value}；承諾 {share}。",
  changed: "{name}：{count} 件中達成 {value}；承諾的比例在期間內有變動。",
  define: "承諾：{promises}。",
};
