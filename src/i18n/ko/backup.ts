export const backup = {
  summary: "목표, 다이제스트, 메모, 감사 기록을 파일로 복사(봇이 실행 중이어도 가능)",
  restoreSummary: "봇을 멈춘 뒤 복사본을 되돌리기. --dry-run은 확인만 합니다",
  whereTo: "저장할 곳을 적어 주세요: “goalpost backup goalpost.backup” 또는 폴더 이름.",
  which:
    "파일을 적어 주세요: “goalpost restore goalpost.backup”. --dry-run을 붙이면 확인만 합니다.",
  nothing: "아직 설정된 것이 없어 복사할 내용이 없습니다.",
  elsewhere: "문서는 PostgreSQL에 보관되어 있습니다. pg_dump 등으로 그쪽을 복사해 주세요.",
  done: "{path}에 복사했습니다: {documents}, 그리고 감사 기록.",
  without:
    "들어 있지 않은 것: 소스에서 다시 가져오는 레코드, goalpost.yml, 모든 토큰. 따로 보관해 주세요.",
  checked: "{at}의 복사본은 온전하며 되돌릴 수 있습니다: {documents}. 변경된 것은 없습니다.",
  restored: "{at} 당시의 상태로 되돌렸습니다: {documents}.",
  looks: "지금보다 먼저 게시될 예정이던 것은 채널을 먼저 확인한 뒤에만 게시합니다.",
  setAside: "데이터 폴더에 따로 보관된 파일: {files}.",
  setAsideNext: "필요한 내용이 남아 있는지 확인한 뒤 삭제해 주세요.",
  aside: "이전 상태는 같은 위치의 {folder}에 보관되어 있습니다.",
  forgotten: {
    other:
      "복사본을 만든 뒤 {count}명의 정보를 지웠지만, 복사본에는 이름이 남아 있을 수 있습니다. 각각 “goalpost forget”을 다시 실행해 주세요.",
  },
};
