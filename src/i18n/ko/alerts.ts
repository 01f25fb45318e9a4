export const alerts = {
  behind: "목표 {id}이(가) 뒤처졌습니다",
  guardrail: "목표 {id}: 가드레일 지표가 나빠졌습니다",
  severe:
    "목표 {id}의 중요도가 높아 이 채널에 보내는 메시지입니다. /goal edit {id}로 바꿀 수 있습니다.",
  stale: "{source} 데이터가 더 이상 최신이 아닙니다",
  marked:
    "이 데이터로 만든 수치에는 표시가 붙고, 다시 읽을 때까지 목표를 판단하지 않습니다. 원인은 npx goalpost doctor로 확인하세요.",
  keeper: "Goalpost 관리자에게 보내는 메시지입니다. 소스가 멈출 때마다 한 번만 보냅니다.",
  corrected: "이 요약의 수치가 이후 바뀌었습니다",
};
