export const promises = {
  held: "Проверено по правилам «sla»: {rules}. Проверено по сроку самого обращения: {own}.",
};
