export const goalCoach = {
  severity: "중요도",
  severityHint: "고객에게 얼마나 큰 문제인지입니다. 주간 요약에서는 중요한 목표가 먼저 나옵니다.",
  severities: { high: "높음", normal: "보통", low: "낮음" },
  severityLine: "중요도: {severity}",
  alsoAsked: "함께 점검할 사람",
  alsoAskedHint: "담당자 외에 점검일마다 진행 상황을 묻는 사람들입니다.",
  alsoAskedLine: "함께 점검: {people}",
};
