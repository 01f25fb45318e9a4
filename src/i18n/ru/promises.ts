export const promises = {
  held: "Проверено по правилам «sla»: {rules}. Проверено по сроку самого обращения: {own}.",
  each: "{name}: выполнено {value} из {count}; обещано {share}.",
  changed: "{name}: выполнено {value} из {count}; обещанная доля менялась в этом периоде.",
  define: "Обещано: {promises}.",
};
