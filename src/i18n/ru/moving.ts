export const moving = {
  summary: "Перенести всё в PostgreSQL (to-postgres) или обратно в папку данных (to-folder)",
  badWord: "После «goalpost migrate» укажите to-postgres или to-folder.",
  noUrl: "База данных не указана. Задайте её адрес в DATABASE_URL и повторите команду.",
  done: "Перенесено из {from} в {to} и сверено построчно: {counts}.",
  records:
    "Записи по таблицам — число строк и контрольная сумма, с обеих сторон одинаковые: {tables}.",
  moving: "{table}: перенесено строк: {rows}",
  comparing: "Перенесённое сверяется",
  toPostgresNext:
    "Оставьте DATABASE_URL заданным и запустите Goalpost. Прежние файлы лежат в {aside}: удалите их, когда убедитесь, что всё в порядке.",
  toFolderNext: "Уберите DATABASE_URL из окружения и запустите Goalpost.",
};
