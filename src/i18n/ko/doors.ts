export const doors = {
  moment: "잠시만 기다려 주세요…",
  chosen: {
    archived: "보관된 채널입니다. 다른 채널을 선택해 주세요.",
    no_bot:
      "Goalpost가 이 채널에 없습니다. /invite @Goalpost로 초대하거나 다른 채널을 선택해 주세요.",
    shared:
      "이 채널에는 다른 조직의 사람이 있어 수치를 게시하지 않습니다. 다른 채널을 선택해 주세요.",
    unseen:
      "Goalpost가 이 채널을 볼 수 없습니다. /invite @Goalpost로 초대하거나 다른 채널을 선택해 주세요.",
    bot: "봇입니다. 사람을 선택해 주세요.",
    gone: "비활성화된 계정입니다. 다른 사람을 선택해 주세요.",
    guest: "게스트입니다. 이 워크스페이스의 정식 멤버를 선택해 주세요.",
    stranger: "이 워크스페이스의 멤버가 아닙니다. 멤버를 선택해 주세요.",
    unchecked: "지금 Slack에 확인할 수 없어 아무것도 저장하지 않았습니다. 다시 시도해 주세요.",
  },
  whichGoal: "이 메시지는 여러 목표에 관한 것입니다. 답글을 목표 코드로 시작해 주세요: {goals}.",
  alreadyPosted: "1분 안에 이미 요청된 요약이 있어 다시 게시하지 않았습니다.",
  fileSent: "파일을 Goalpost와의 다이렉트 메시지로 보냈습니다.",
  fileScope:
    "Goalpost가 files:write 권한 없이 설치되어 이 워크스페이스에서 아직 파일을 보낼 수 없습니다. 설치한 사람에게 현재 매니페스트로 다시 설치해 달라고 요청하세요.",
};
