export const promises = {
  held: "依「sla」規則判定：{rules} 件。依工單本身期限判定：{own} 件。",
};
