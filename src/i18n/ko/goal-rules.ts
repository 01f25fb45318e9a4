export const goalRules = {
  recent: { other: "최근 {count}주: {line} ({low}~{high})." },
  gains: { other: "{start}부터 {count}주 동안의 가장 큰 개선: {best}, 보통: {typical}." },
  gainsNone: { other: "{start}부터 {count}주 동안 나아진 적이 없습니다." },
  atBest: "지금까지의 가장 빠른 속도라면 {deadline}까지 {target}입니다.",
  reachedBefore: "그 속도라면 기한 안에 목표에 도달합니다.",
  tryEither: "목표값을 {target}(으)로 하거나 기한을 {deadline}로 해 보세요.",
  tryTarget: "목표값을 {target}로 해 보세요.",
  tryDeadline: "기한을 {deadline}로 해 보세요.",
  instead: "대신 선택",
  insteadHint: "선택한 값이 입력한 값을 대신하며, 목표를 한 번 더 확인합니다.",
  steps: "월별로 나누면: {steps}.",
  headroom: "척도 끝까지 남은 폭의 {share}를 채우는 목표입니다.",
  warnings: {
    target_very_ambitious:
      "75% 이상의 개선 목표는 의욕을 떨어뜨리기 쉽습니다. 작은 단계로 나누면 더 멀리 갈 수 있습니다.",
    baseline_missing:
      "아직 비교할 수 있는 한 주 전체의 데이터가 없습니다. 목표는 임의로 정하지 말고 데이터를 기다리세요.",
    guardrail_missing: "비용이나 시간만 줄이는 목표입니다. {kpi} 같은 고객 KPI를 함께 지켜보세요.",
    guardrail_none:
      "한 가지 수치만 보면 오해하기 쉽습니다. {kpi}처럼 나빠지면 안 되는 KPI를 함께 지켜보세요.",
    owner_of_many:
      "한 사람이 맡은 목표가 5개를 넘게 됩니다. 업무에 더 가까운 사람에게 맡겨 보세요.",
  },
  notes: {
    target_beyond_best: "팀이 이만한 기간에 지금까지 이룬 것보다 큰 개선입니다.",
    one_channel_first:
      "한 채널에서 먼저 응답을 빠르게 한 뒤 다음 채널을 더하는 편이 쉽습니다. ‘대상’에 channel:email처럼 적으세요.",
  },
  blocks: {
    not_delivered:
      "연결된 소스 가운데 이 수치를 주는 곳이 없습니다: {reason} 소스를 연결하거나 다른 KPI를 선택하세요.",
    checkpoint_missing: "기한 전의 점검일을 하나 이상 적으세요.",
    survey_frequency_missing: "고객에게 얼마나 자주 묻는지 선택하세요.",
    above_end: "{target}은(는) 불가능합니다. {high}보다 클 수 없습니다.",
  },
  surveyEvery: "고객에게 묻는 주기",
  surveyEveryHint: "묻는 대상이 달라져 오른 점수는 오른 것이 아닙니다.",
  frequencies: {
    contact: "문의가 끝날 때마다",
    week: "매주",
    fortnight: "2주마다",
    month: "매월",
    quarter: "분기마다",
  },
  surveyLine: "고객에게 묻는 주기: {frequency}.",
  reasonHint:
    "목표를 낮추거나 기한을 늦출 때, 또는 규칙이 경고할 때 필요합니다. 기록과 요약에 표시됩니다.",
};
