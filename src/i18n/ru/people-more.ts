import type { Texts } from "../texts.ts";

export const people: Texts["people"] = {
  adminsOnly: "Это могут делать только администраторы.",
  channelClosed:
    "Это закрытый канал, и в нём нет вас или Goalpost: выберите другой или пригласите Goalpost.",
  dropped: {
    all: "Записи до {day} больше не хранятся (privacy.keep_records).",
    some: "Записи до {day} больше не хранятся (privacy.keep_records): в этом показателе их нет.",
    before:
      "Период сравнения начинается раньше {day}; более старые записи больше не хранятся (privacy.keep_records).",
  },
  audit: {
    none: "Пока ничего не меняли.",
    noneOf: "Об изменениях «{id}» ничего не записано.",
    when: "Когда",
    who: "Кто",
    via: "Через что",
    what: "Что",
  },
  forget: {
    whom: "Укажите, кого забыть: имя, как в записях, или ID в Slack: «goalpost forget Becky».",
    would:
      "{person}: имя будет удалено из записей ({records}), документов ({documents}) и журнала изменений.",
    confirm: "Отменить это нельзя. Чтобы выполнить, повторите команду с --yes.",
    unknown: "Никого с именем «{name}» здесь нет.",
    unknownNext: "Укажите имя так, как оно стоит в записях, или ID в Slack.",
    done: "Готово: вместо имени теперь стоит «{pseudonym}». Записи: {records}. Документы: {documents}. Строк журнала: {lines}.",
    configured: "Имя ещё есть в goalpost.yml: {places}. Уберите его оттуда вручную.",
    aside: "В этих отложенных файлах может остаться имя: {files}. Проверьте их и удалите.",
    sources: "В источниках имя осталось; всё, что они принесут дальше, будет заменено так же.",
  },
  import: {
    which: "Укажите файл: «goalpost goal import goals.yml»; --dry-run только проверит его.",
    syntax: "Это не удаётся прочитать как YAML: {reason}.",
    noGoals: "В файле целей должны быть «goals:» и список после него, больше ничего.",
    twice: "Цель {id} встречается здесь дважды.",
    noField: "Поля «{field}» нет.",
    unclear: "Поле «{field}» отсутствует или непонятно.",
    oneOf: "Допустимые значения: {values}.",
    fixed:
      "Цель {id} уже есть, и её поле «{field}» менять нельзя: это была бы другая цель. Чтобы поставить новую, уберите id.",
    reason: "Цель {id} станет легче или позже: объясните почему в поле «reason».",
    nothing: "Ничего не изменено.",
    would: "Проверено: новых {fresh}, изменённых {changed}, прежних {same}. Ничего не изменено.",
    done: "Готово: новых {fresh}, изменённых {changed}, прежних {same}.",
  },
  export: {
    how: "Например: «goalpost export scorecard last-month by channel --csv scorecard.csv» или --xlsx.",
    goals: {
      one: "{count} цель записана в {path}",
      few: "{count} цели записаны в {path}",
      many: "{count} целей записано в {path}",
      other: "{count} цели записано в {path}",
    },
    scorecard: {
      one: "{count} строка записана в {path}",
      few: "{count} строки записаны в {path}",
      many: "{count} строк записано в {path}",
      other: "{count} строки записано в {path}",
    },
    button: "Получить файл (XLSX)",
    nothing:
      "Ни у одного показателя нет данных для этого запроса. Возьмите другой период или уберите часть фильтров.",
    title: "Показатели, {period}",
    holds: {
      one: "В файле {count} строка; числа записаны числами, время – в секундах.",
      few: "В файле {count} строки; числа записаны числами, время – в секундах.",
      many: "В файле {count} строк; числа записаны числами, время – в секундах.",
      other: "В файле {count} строки; числа записаны числами, время – в секундах.",
    },
    written: "{title}: сохранено в {path}. {holds}",
    sheet: "Показатели",
    others: {
      one: "ещё {count}",
      few: "ещё {count}",
      many: "ещё {count}",
      other: "ещё {count}",
    },
  },
  help: {
    audit: "Кто, что, когда и через что изменил: всё или одна цель, сводка, заметка по её ID",
    forget: "Убрать имя человека из всего, что хранится",
    export: "Показатели в CSV или XLSX: «export scorecard last-month by team --xlsx file»",
    goalFiles: "Цели в YAML и обратно: «goal export file», «goal import file»",
    yes: "Выполнить то, что нельзя отменить",
    dryRun: "Проверить файл и ничего не менять",
    csv: "Файл с показателями; «-» — на экран",
    xlsx: "То же книгой для электронных таблиц",
  },
};
