export const home = {
  nextGoals: "다음 목표",
  needsTitle: "지금 할 일",
  needsNothing: "지금은 할 일이 없습니다.",
  needsMore: {
    other: "할 일이 {count}개 더 있습니다.",
  },
  showGoal: "{id} 보기",
  checkIn: "{id} 점검하기",
  takeOver: "{id} 인수하기",
  digestPaused: "요약 {id}이(가) 일시 중지되어 있습니다.",
  preview: "{id} 미리 보기",
  pause: "{id} 일시 중지",
  resume: "{id} 재개",
  status: "{id} 상태",
  moreDigests: {
    other: "요약 {count}개 더 보기",
  },
  myTeam: "내 팀: {team}, 지난주",
  wholeDesk: "고객 지원 전체, 지난주",
  noTeam:
    "어느 팀에 속해 있는지 아직 등록되지 않았습니다. 관리자가 goalpost.yml에서 팀 구성원(members)으로 등록할 수 있습니다.",
  measuring: "목표와 수치를 측정하고 있습니다. 곧 표시됩니다.",
};
