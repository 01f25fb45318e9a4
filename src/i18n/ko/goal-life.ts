export const goalLife = {
  checkpointTitle: "{day} 점검: 어떻게 진행되고 있나요?",
  notAsked:
    "담당자, 점검을 요청받은 사람, 리드, 관리자만 점검을 남길 수 있습니다. 그중 한 명에게 부탁하세요.",
  becauseOwner: "목표 {id}의 담당자에게 보내는 메시지입니다. /goal pause {id}로 멈출 수 있습니다.",
  becauseAsked: "목표 {id}의 점검을 요청받은 분께 보내는 메시지입니다.",
  due: "{day} 점검: 아직 아무도 점검을 남기지 않았습니다.",
  easedElsewhere: "{goal}: {change}",
  oddsToKeep: "지금처럼 가면 기한까지 매주 유지할 확률은 {odds}입니다.",
  neededWeekly: "지금부터 매주 {needed}이면 {start} 이후 전체로 주당 {target}에 도달합니다.",
  pastOdds: {
    button: "지난 확률",
    title: "확률은 얼마나 맞았나",
    what: "확률은 목표 카드와 요약에서 알려 드리고, 결과는 기한이 지난 뒤 측정합니다. 확률이 맞다면 70%라고 한 것은 열에 일곱이 이루어집니다.",
    count: { other: "기한이 지난 확률 {count}건을 집계했습니다." },
    goals: { other: "목표 {count}개에 대한 것입니다." },
    tooFew: { other: "아직 부족합니다. 기한이 지난 확률이 {count}건이며 {fewest}건이 필요합니다." },
    tenth: "알려 드린 확률",
    said: "평균 예상",
    reached: "실제 달성",
    told: "건수",
    notEnough: "아직 부족함",
  },
};
