export const goalCoach = {
  severity: "중요도",
  severityHint: "고객에게 얼마나 큰 문제인지입니다. 주간 요약에서는 중요한 목표가 먼저 나옵니다.",
  severities: { high: "높음", normal: "보통", low: "낮음" },
  severityLine: "중요도: {severity}",
  alsoAsked: "함께 점검할 사람",
  alsoAskedHint: "담당자 외에 점검일마다 진행 상황을 묻는 사람들입니다.",
  alsoAskedLine: "함께 점검: {people}",
  checkpoints: {
    label: "중간 점검일",
    hint: "목표를 점검하는 날짜로, 기간에 맞춰 제안됩니다. 자유롭게 바꾸세요: 2026-12-02, 2026-12-16. 비워 두면 제안대로 합니다.",
    not_a_day: "“{text}”은(는) 날짜가 아닙니다. {example}처럼 쓰고 쉼표로 구분하세요.",
    not_between:
      "{text}은(는) 점검일이 될 수 없습니다. {today} 이후, 기한({deadline}) 이전이어야 합니다.",
    too_many: "점검일은 최대 {most}개입니다. 줄여 주세요.",
  },
  confirm: {
    title: "목표 확인",
    next: "다음",
    back: "뒤로",
    changed: "작성하시는 동안 수치가 바뀌었습니다. 저장하기 전에 다시 확인해 주세요.",
    tooLong: "더 짧게 적어 주세요. 최대 {most}자입니다.",
  },
};
