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
};
