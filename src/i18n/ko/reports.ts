export const reports = {
  reason: {
    being_read: "데이터 소스를 처음으로 읽는 중입니다. 잠시 후 다시 물어보세요.",
    card: "하나로 합친 점수는 없으며, 수치를 나란히 보여 줍니다.",
    no_records: "아직 ‘{kind}’ 데이터를 보낸 소스가 없습니다.",
    untold_events:
      "‘{kind}’ 기록 가운데 이 지표에 필요한 ‘{columns}’ 값이 있는 것이 하나도 없습니다. 소스에 그 값이 있다면 ‘records:’에 연결하세요.",
    lacking_input: "집계된 수치에 이 지표를 계산하는 데 필요한 ‘{input}’ 항목이 없습니다.",
    only_ready_made: "집계된 수치만 있습니다. 중앙값과 백분위수를 내려면 개별 기록이 필요합니다.",
    no_such_value: "이 기간에는 {segment} “{typed}” 기록이 없습니다. 있는 값: {values}.",
    no_such_agent: "이 기간에는 상담원 “{typed}” 기록이 없습니다.",
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
    contradictory:
      "수치가 서로 모순됩니다. {whole} 가운데 {part}은(는) 있을 수 없습니다. 집계된 수치의 소스가 무엇을 세는지 확인하세요.",
    withheld: { other: "응답이 {count}건보다 적으면 누구인지 드러날 수 있어 표시하지 않습니다." },
  },
  churn: {
    large_customers_leave:
      "수익 이탈률({revenue})이 고객 이탈률({customers})의 {ratio}배입니다. 주로 큰 고객이 떠나고 있습니다.",
    small_customers_leave:
      "수익 이탈률({revenue})이 고객 이탈률({customers})의 {ratio}배입니다. 주로 작은 고객이 떠나고 있습니다.",
    even: "수익 이탈률({revenue})과 고객 이탈률({customers})이 비슷합니다. 큰 고객과 작은 고객이 고르게 떠나고 있습니다.",
  },
  warning: {
    tiny_sample: { other: "기록이 {count}건뿐이라 판단하기에 너무 적습니다." },
    small_sample: { other: "기록이 {count}건뿐이라 수치가 크게 흔들릴 수 있습니다." },
    unfinished_period: "기간이 아직 끝나지 않아 이전 기간의 같은 구간과 비교합니다.",
    unfinished_uncompared: "기간이 아직 끝나지 않아 지금까지의 수치입니다.",
    unfinished_against_whole: "기간이 아직 끝나지 않았지만 비교 기간은 전체입니다.",
    day_off:
      "{day}은 영업일이 아니었습니다. 지난 영업일인 {workday}의 수치는 “지난 영업일”로 물어보세요.",
    uneven_workdays: "영업일 수: 이 기간 {now}일, 비교 기간 {before}일.",
    per_workday: "영업일당: 이 기간 {rate}, 비교 기간 {before}.",
    no_trend: "이전 기간의 데이터가 없어 추이를 그릴 수 없습니다.",
    provisional: "{day}까지는 잠정치입니다. 그때까지 같은 고객이 다시 연락할 수 있습니다.",
    short_period:
      "기간이 1년보다 짧습니다. 구매한 고객이 1년 내내 같은 빈도로 구매한다고 계산하므로 한 해 단위로 확인하세요.",
    still_waiting: {
      other: "{count}건이 아직 첫 답변을 기다리고 있으며 이 수치에 포함되지 않습니다.",
    },
    mentions_waiting: { other: "멘션 {count}건이 아직 답변을 기다리고 있습니다." },
    still_onboarding: {
      other: "고객 {count}곳은 아직 첫 성과를 얻지 못해 수치에 포함되지 않았습니다.",
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
    thanked_later: {
      other:
        "고객 {count}명은 이 기간 뒤에 감사를 받았습니다. 이 기간에도 받았는지는 기록으로 알 수 없습니다.",
    },
    rated_again: {
      other:
        "같은 티켓을 여러 번 평가한 응답 {count}건은 제외했습니다. 티켓마다 평가 하나만 셉니다.",
    },
    notices_open: {
      other: "안내 {count}건은 아직 답할 시간이 남아 있어 수치에 넣지 않았습니다.",
    },
    shared_costs:
      "비용 중 {amount}은(는) 채널이 없어 어느 채널의 수치에도 들어 있지 않습니다. “shared:contacts”는 접촉 수로, “shared:key”는 goalpost.yml에 정한 몫으로 나눕니다.",
    source_stale: "{source} 데이터가 최신이 아닙니다. {time}까지의 데이터입니다.",
    source_late:
      "{source} 데이터가 늦어지고 있습니다. 마지막 수집이 실패했거나 실행되지 않았습니다. {time}까지의 데이터입니다.",
    source_odd: {
      few: "{source} 소스가 {day}에 보낸 ‘{kind}’ 기록이 {count}건뿐입니다. 평소에는 약 {usual}건이니 내보내기가 온전한지 확인하세요.",
      many: "{source} 소스가 {day}에 ‘{kind}’ 기록을 {count}건 보냈습니다. 평소에는 약 {usual}건이니 중복된 것이 없는지 확인하세요.",
      later:
        "{source} 소스가 {day}에 보낸 ‘{kind}’ 기록이 평소보다 {count}시간 늦은 시각에 있습니다. 소스의 시간대가 바뀌었는지 확인하고 goalpost.yml에서 그 소스의 timezone: 값을 맞추세요.",
      earlier:
        "{source} 소스가 {day}에 보낸 ‘{kind}’ 기록이 평소보다 {count}시간 이른 시각에 있습니다. 소스의 시간대가 바뀌었는지 확인하고 goalpost.yml에서 그 소스의 timezone: 값을 맞추세요.",
      empty: "{source} 소스의 마지막 수집이 비어 있어 이전 기록을 사용합니다.",
    },
    left_out_source:
      "{source}: ‘{columns}’ 값이 없어 이 소스의 기록을 제외했습니다. 소스에 그 값이 있다면 ‘records:’에 연결하세요.",
    set_aside: "{source}: 마지막 수집에서 {count}행을 제외했습니다. 이유는 산출 근거에 있습니다.",
    option_unused: "이 계산 방식에서는 ‘{option}’ 옵션이 수치에 영향을 주지 않습니다.",
    one_sided:
      "‘{kind}’ 기록에는 {segment} 값이 없어 이 수치를 그 기준으로 나누거나 좁힐 수 없습니다.",
    whole_period_rate: "한 달이 아니라 기간 전체의 비율입니다.",
    source_unread: "{source} 데이터를 아직 읽지 못했습니다.",
    data_end: "{source} 데이터는 기간이 끝나기 전인 {time}까지만 있습니다.",
    ready_made_percentiles:
      "이 값에는 집계된 수치가 포함되어 있지만 중앙값과 백분위수는 기록만으로 계산합니다.",
    ready_made_hours:
      "이 수에는 미리 집계된 수치가 포함되어 있습니다. 하루 단위라서 시간대별 표에는 들어가지 않습니다.",
    agents_short_period:
      "석 달이 안 되는 기간입니다. 상담원 간 차이의 상당 부분은 우연입니다. 이것으로 평가하기 전에 더 지켜보세요.",
    agents_few_contacts: "{count}개 행은 문의가 30건 미만이라 상담원을 평가하기에 너무 적습니다.",
    shared_ranks:
      "구간이 겹치는 상담원은 순위를 공유합니다. 그 차이는 우연만으로도 생길 수 있습니다.",
    case_mix: "문의 구성을 보정했습니다. 전체와 같은 주제와 채널을 맡았을 때의 수치입니다.",
    staffing:
      "업무량이 늘면서 고객이 더 오래 기다립니다. 붐비는 시간에 인원을 늘리세요. “/kpi ticket_volume heat”로 시간대를 볼 수 있습니다.",
    season: "작년 같은 달에도 늘었습니다. 계절 요인일 수 있으니 미리 계획할 수 있습니다.",
    resolved_drop:
      "이전보다 해결 건수가 줄었습니다. 채널, 상담원, 주제별로 나누어 원인을 찾아보세요.",
    months_best: "가장 좋은 달: {best}. 가장 나쁜 달: {worst}.",
    no_target:
      "이 수치에는 목표값이 없습니다. goalpost.yml의 “targets:”에 정하거나 /goal로 목표를 세우세요.",
    months_range: "가장 높은 달: {best}. 가장 낮은 달: {worst}.",
    outlier_month: "평소와 크게 다른 달: {months}. 그때 무슨 일이 있었는지 확인하세요.",
    benchmark: "벤치마크: {benchmark}({source}, {on}).",
    benchmark_ahead: "벤치마크 {benchmark}({source}, {on})보다 {gap}만큼 앞섭니다.",
    benchmark_behind:
      "벤치마크 {benchmark}({source}, {on})보다 {gap}만큼 뒤처집니다. 개선할 여지가 있습니다.",
    benchmark_level:
      "벤치마크 {benchmark}({source}, {on})와 비슷합니다. 차이는 우연일 수 있습니다.",
    guardrail_worse: "좋아졌지만 동시에 나빠진 지표가 있습니다: {kpi}.",
  },
};
