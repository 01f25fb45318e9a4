import type { Texts } from "../texts.ts";

export const people: Texts["people"] = {
  adminsOnly: "관리자만 할 수 있습니다.",
  channelClosed:
    "비공개 채널이며, 이 채널에 참여하고 있지 않거나 Goalpost가 초대되지 않았습니다. 다른 채널을 고르거나 Goalpost를 초대하세요.",
  dropped: {
    all: "{day} 이전의 기록은 더 이상 보관하지 않습니다(privacy.keep_records).",
    some: "{day} 이전의 기록은 더 이상 보관하지 않으므로(privacy.keep_records) 이 수치에 빠져 있습니다.",
    before:
      "비교 기간이 {day} 이전에 시작합니다. 그보다 오래된 기록은 더 이상 보관하지 않습니다(privacy.keep_records).",
  },
  audit: {
    none: "아직 변경된 것이 없습니다.",
    noneOf: "“{id}”에 대한 변경 기록이 없습니다.",
    when: "시각",
    who: "누가",
    via: "경로",
    what: "내용",
  },
  forget: {
    whom: "누구인지 적어 주세요. 기록에 적힌 이름이나 Slack ID입니다: “goalpost forget Becky”.",
    would: "{person}: 기록({records}), 문서({documents}), 감사 로그에서 지워집니다.",
    confirm: "되돌릴 수 없습니다. 실행하려면 같은 명령에 --yes를 붙이세요.",
    unknown: "“{name}”이라는 사람은 없습니다.",
    unknownNext: "기록에 적힌 그대로의 이름이나 Slack ID를 적어 주세요.",
    done: "완료: 이제 이름 대신 “{pseudonym}”이 쓰입니다. 기록: {records}. 문서: {documents}. 감사 로그 줄 수: {lines}.",
    configured: "goalpost.yml에 아직 이름이 남아 있습니다: {places}. 직접 지워 주세요.",
    aside: "따로 보관된 이 파일들에 이름이 남아 있을 수 있습니다: {files}. 확인한 뒤 삭제하세요.",
    sources: "소스에는 이름이 그대로 있습니다. 앞으로 소스에서 들어오는 이름도 똑같이 바뀝니다.",
  },
  import: {
    which: "파일을 적어 주세요: “goalpost goal import goals.yml”. --dry-run은 검사만 합니다.",
    syntax: "읽을 수 있는 YAML이 아닙니다: {reason}.",
    noGoals: "목표 파일에는 “goals:”와 그 뒤의 목록만 있어야 합니다.",
    twice: "목표 {id}이(가) 두 번 나옵니다.",
    noField: "“{field}” 항목은 없습니다.",
    unclear: "“{field}” 항목이 없거나 이해할 수 없습니다.",
    oneOf: "다음 중 하나여야 합니다: {values}.",
    fixed:
      "{id}은(는) 이미 있으며 “{field}” 항목은 바꿀 수 없습니다. 바꾸면 다른 목표가 됩니다. 새 목표로 만들려면 id를 빼세요.",
    reason: "{id}이(가) 더 쉬워지거나 늦춰집니다. “reason” 항목에 이유를 적어 주세요.",
    nothing: "아무것도 바뀌지 않았습니다.",
    would:
      "검사 결과: 새 목표 {fresh}개, 변경 {changed}개, 그대로 {same}개. 아무것도 바뀌지 않았습니다.",
    done: "완료: 새 목표 {fresh}개, 변경 {changed}개, 그대로 {same}개.",
  },
  export: {
    how: "이렇게 적어 주세요: “goalpost export scorecard last-month by channel --csv scorecard.csv” 또는 --xlsx.",
    goals: "목표 {count}개를 {path}에 저장했습니다",
    scorecard: "{count}개 행을 {path}에 저장했습니다",
    button: "파일로 받기(XLSX)",
    nothing: "이 조건에 데이터가 있는 KPI가 없습니다. 다른 기간을 고르거나 필터를 줄여 보세요.",
    title: "성과표, {period}",
    holds: "파일에 {count}개 행이 있으며, 숫자는 숫자로, 시간은 초 단위로 들어 있습니다.",
    written: "{title}: {path}에 저장했습니다. {holds}",
    sheet: "성과표",
    others: "그 외 {count}개",
  },
  help: {
    audit: "누가 무엇을 언제 어떤 경로로 바꿨는지: 전체, 또는 ID로 목표·요약·메모 하나",
    forget: "보관된 모든 것에서 한 사람의 이름 지우기",
    export: "CSV 또는 XLSX 성과표: “export scorecard last-month by team --xlsx file”",
    goalFiles: "목표를 YAML로 내보내고 가져오기: “goal export file”, “goal import file”",
    yes: "되돌릴 수 없는 일을 실행",
    dryRun: "파일을 검사만 하고 아무것도 바꾸지 않음",
    csv: "성과표를 쓸 파일, “-”는 화면",
    xlsx: "통합 문서로 저장",
  },
};
