export const goalCoach = {
  severity: "중요도",
  severityHint: "고객에게 얼마나 큰 문제인지입니다. 요약에서는 중요한 목표가 먼저 나옵니다.",
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
  steps: "중간 목표: {steps}.",
  step: "{day}까지 {target}",
  targetMore: {
    percent: "{hint}. 10개 중 7개, 월별 목표(75, 78, 80)도 쓸 수 있습니다.",
    share: "{hint}. 1시간 이내 90%, 또는 쉼표로 구분한 월별 목표도 쓸 수 있습니다.",
    any: "{hint}. 쉼표로 구분해 월별 목표도 쓸 수 있습니다.",
    band: "최솟값과 최댓값, 예: {example}.",
  },
  keepWithin: "{kpi}: {deadline}까지 {target} 범위 유지.",
  target: {
    bandReach: "범위는 유지하는 목표입니다. “유지”를 선택하세요.",
    bandSided: "이 KPI는 더 좋은 방향이 정해져 있습니다. 지켜야 할 값 하나만 쓰세요.",
    bandOrder: "범위는 작은 값에서 큰 값으로 쓰세요. {low}은(는) {high}보다 작지 않습니다.",
    oneNumber: "{first}인가요? 천 단위 구분 없이 쓰세요: {firstPlain}.",
    twoNumbers:
      "{first}인가요, {second}인가요? 천 단위 구분 없이 쓰세요: {firstPlain} 또는 {secondPlain}.",
    comma:
      "{value}인가요, 아니면 먼저 {first}, 그다음 {second}인가요? 값 하나라면 {valuePlain}, 월별 목표라면 쉼표 뒤를 띄어 {list}로 쓰세요.",
    clock: "{first}인가요, {second}인가요? 단위와 함께 쓰세요.",
    signed:
      "{value}인가요, {relative}인가요, {points}인가요? 첫 번째는 {valuePlain}, 두 번째는 그 값을, 세 번째는 포인트 변화({valuePlain}pp)를 입력하세요.",
    unit: "단위가 빠졌습니다. 단위도 함께 쓰세요. 예: {example}.",
    whole: "여기서는 정수만 쓸 수 있습니다. 예: {example}.",
    seriesMonths:
      "기한까지 매월 말({days})의 목표값을 하나씩 쓰거나, 10월 75, 11월 78처럼 월을 함께 쓰세요.",
    seriesBack:
      "{value}은(는) {before}보다 후퇴한 값입니다. 중간 목표는 앞의 목표보다 나쁘면 안 됩니다.",
    seriesKeep: "유지 목표의 목표값은 하나입니다. 하나만 쓰거나 “도달”을 선택하세요.",
  },
};
