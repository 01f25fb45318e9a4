export const slack = {
  failure:
    "문제가 발생하여 기록해 두었습니다. 잠시 후 다시 시도해 주세요. 계속되면 Goalpost 관리자에게 참조 번호 {reference}을(를) 알려 주세요.",
  tooLong:
    "한 번에 처리하기에는 너무 많아 중단했습니다. 기간을 줄이거나 구분 기준을 줄여 보세요. 참조 번호: {reference}",
  notSaved:
    "지금은 Goalpost가 디스크에 쓸 수 없어 아무것도 변경되지 않았습니다. 지표 조회는 계속할 수 있습니다. Goalpost 관리자에게 참조 번호 {reference}을(를) 알려 주세요.",
  unreachable:
    "지금 Goalpost의 데이터베이스가 응답하지 않습니다. 잠시 후 다시 시도해 주세요. 방금 변경한 내용이 있다면 먼저 저장되었는지 확인해 주세요. Goalpost 관리자에게 알릴 참조 번호: {reference}",
  tooOften: {
    other:
      "한 사람이나 한 채널에서 1분 동안 할 수 있는 질문 수를 넘었습니다. {count}초 뒤에 다시 물어보세요.",
  },
  busy: "지금 질문이 너무 많이 몰렸습니다. 몇 초 뒤에 다시 물어보세요.",
  unknownCommand: "Goalpost가 모르는 명령입니다: {command}",
  openForm: "양식 열기",
  formLate: "양식이 제시간에 열리지 않았습니다. 버튼을 눌러 다시 시도해 주세요.",
  formHere: "몇 가지 항목을 입력해야 합니다. 버튼을 눌러 입력해 주세요.",
  formGone: "더 이상 사용할 수 없는 양식입니다. 처음부터 다시 시작해 주세요.",
  closedEarly:
    "아직 저장되지 않았습니다. 양식에 답할 질문이 하나 더 있었습니다. 양식을 다시 열어 주세요.",
  cancel: "취소",
  close: "닫기",
  done: "완료",
  notDone: "완료되지 않음",
  saving: "저장 중…",
  savingLong:
    "시간이 조금 더 걸립니다. 기다리거나 창을 닫아도 됩니다. 입력한 내용은 사라지지 않습니다.",
  shareNowhere: "여기에서는 공유할 채널이 없습니다.",
  shareClosed:
    "공유하지 않았습니다. 채널에 외부 사람이 있거나 Goalpost가 채널 구성원을 확인할 수 없습니다. Goalpost를 채널에 초대한 뒤 다시 시도해 주세요.",
  shareAgents:
    "공유하지 않았습니다. 상담원 개인의 수치가 들어 있는데, 이 채널은 설정에서 허용한 비공개 채널이 아닙니다.",
  homeEmpty: "아직 내용이 없습니다. 아무 채널에서나 /kpi를 입력해 수치를 물어보세요.",
};
