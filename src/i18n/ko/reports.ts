export const reports = {
  reason: {
    being_read: "데이터 소스를 처음으로 읽는 중입니다. 잠시 후 다시 물어보세요.",
    no_records: "아직 ‘{kind}’ 데이터를 보낸 소스가 없습니다.",
    untold_events:
      "‘{kind}’ 기록 가운데 이 지표에 필요한 ‘{columns}’ 값이 있는 것이 하나도 없습니다. 소스에 그 값이 있다면 ‘records:’에 연결하세요.",
    lacking_input: "집계된 수치에 이 지표를 계산하는 데 필요한 ‘{input}’ 항목이 없습니다.",
    only_ready_made: "집계된 수치만 있습니다. 중앙값과 백분위수를 내려면 개별 기록이 필요합니다.",
    no_such_value: "이 기간에는 {segment} “{typed}” 기록이 없습니다. 있는 값: {values}.",
    no_match: "이 기간에 기록은 있지만 필터 조건에 맞는 기록은 없습니다.",
    data_end: "데이터가 {day}까지만 있습니다.",
    data_begin: "데이터가 {day}부터 있습니다.",
    empty_period: "이 기간에는 기록이 없습니다.",
    empty_denominator: "이 기간에 기록은 있지만 이 수치를 계산할 수 있는 기록은 아직 없습니다.",
    no_customers: "기록에 고객 ID가 없어 같은 고객이 다시 연락했는지 알 수 없습니다.",
    missing_values: "이 기간의 기록에는 이 수치에 필요한 값이 없습니다.",
    unmapped_scale: "응답에 규칙이 없는 척도가 쓰였습니다. 설정에서 만족으로 볼 점수를 지정하세요.",
    direction_unknown: "설문에 척도의 어느 쪽이 좋은 쪽인지 나와 있지 않습니다.",
    mixed_scales: "응답의 척도가 서로 달라 공통 평균을 낼 수 없습니다.",
    withheld: { other: "응답이 {count}건보다 적으면 누구인지 드러날 수 있어 표시하지 않습니다." },
  },
  warning: {
    tiny_sample: { other: "기록이 {count}건뿐이라 판단하기에 너무 적습니다." },
    small_sample: { other: "기록이 {count}건뿐이라 수치가 크게 흔들릴 수 있습니다." },
    unfinished_period: "기간이 아직 끝나지 않아 이전 기간의 같은 구간과 비교합니다.",
    unfinished_uncompared: "기간이 아직 끝나지 않아 지금까지의 수치입니다.",
    no_trend: "이전 기간의 데이터가 없어 추이를 그릴 수 없습니다.",
    provisional: "{day}까지는 잠정치입니다. 그때까지 같은 고객이 다시 연락할 수 있습니다.",
    still_waiting: {
      other: "{count}건이 아직 첫 답변을 기다리고 있으며 이 수치에 포함되지 않습니다.",
    },
    solved_without_reply: {
      other: "{count}건이 상담원 답변 없이 종료되어 첫 접촉 해결로 세지 않았습니다.",
    },
    abandons_without_wait: {
      other: "포기된 통화 {count}건에 대기 시간이 없어 계산 방식과 관계없이 인입으로 셉니다.",
    },
    incomplete_records: { other: "{count}건은 이 수치에 필요한 값이 없어 제외했습니다." },
    without_customer: { other: "{count}건은 고객 ID가 없어 제외했습니다." },
    unmapped_scale: { other: "응답 {count}건은 규칙이 없는 척도라서 제외했습니다." },
    direction_unknown: {
      other: "응답 {count}건은 척도의 어느 쪽이 좋은 쪽인지 알 수 없어 제외했습니다.",
    },
    source_stale: "{source} 데이터가 최신이 아닙니다. {time}까지의 데이터입니다.",
    source_late:
      "{source} 데이터가 늦어지고 있습니다. 마지막 수집이 실패했거나 실행되지 않았습니다. {time}까지의 데이터입니다.",
    source_odd: {
      few: "{source} 소스가 {day}에 보낸 ‘{kind}’ 기록이 {count}건뿐입니다. 평소에는 약 {usual}건이니 내보내기가 온전한지 확인하세요.",
      many: "{source} 소스가 {day}에 ‘{kind}’ 기록을 {count}건 보냈습니다. 평소에는 약 {usual}건이니 중복된 것이 없는지 확인하세요.",
      empty: "{source} 소스의 마지막 수집이 비어 있어 이전 기록을 사용합니다.",
    },
    source_unread: "{source} 데이터를 아직 읽지 못했습니다.",
    data_end: "{source} 데이터는 기간이 끝나기 전인 {time}까지만 있습니다.",
    ready_made_percentiles:
      "이 값에는 집계된 수치가 포함되어 있지만 중앙값과 백분위수는 기록만으로 계산합니다.",
    guardrail_worse: "좋아졌지만 동시에 나빠진 지표가 있습니다: {kpi}.",
  },
};
