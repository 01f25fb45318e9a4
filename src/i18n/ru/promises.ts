export const promises = {
  held: "Проверено по правилам «sla»: {rules}. Проверено по сроку самого обращения: {own}.",
  only: "«{name}»: правило не менялось, обещано {share}.",
  before: "«{name}»: правило до изменения {day}, обещано {share}.",
  since: "«{name}»: правило, действующее с {day}, обещано {share}.",
  each: "{name}: выполнено {value} из {count}; обещано {share}.",
  changed: "{name}: выполнено {value} из {count}; обещанная доля менялась в этом периоде.",
  define: "Обещано: {promises}.",
};
