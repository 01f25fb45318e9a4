export const goalCoach = {
  severity: "Важность",
  severityHint: "Насколько сильно это задевает клиентов. Самые важные цели стоят в сводке первыми.",
  severities: { high: "высокая", normal: "обычная", low: "низкая" },
  severityLine: "Важность: {severity}",
  alsoAsked: "Кого ещё спросить о ходе",
  alsoAskedHint: "Кого, кроме ответственного, спрашивать в каждой контрольной точке.",
  alsoAskedLine: "О ходе спросят ещё: {people}",
};
