export const home = {
  nextGoals: "Следующие цели",
  needsTitle: "Что требует вашего внимания",
  needsNothing: "Сейчас от вас ничего не требуется.",
  needsMore: {
    one: "И ещё {count} дело.",
    few: "И ещё {count} дела.",
    many: "И ещё {count} дел.",
    other: "И ещё {count} дела.",
  },
  showGoal: "Открыть {id}",
  checkIn: "Отметиться: {id}",
  digestPaused: "Ваша сводка {id} приостановлена.",
  preview: "Предпросмотр {id}",
  pause: "Приостановить {id}",
  resume: "Возобновить {id}",
  status: "Состояние {id}",
  moreDigests: {
    one: "Ещё {count} сводка",
    few: "Ещё {count} сводки",
    many: "Ещё {count} сводок",
    other: "Ещё {count} сводки",
  },
  myTeam: "Ваша команда: {team}, прошлая неделя",
  wholeDesk: "Вся поддержка, прошлая неделя",
  noTeam:
    "Пока не указано, в какой вы команде: администратор может вписать вас в goalpost.yml среди участников (members) команды.",
  measuring: "Ваши цели и показатели считаются и появятся через мгновение.",
};
