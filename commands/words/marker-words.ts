import type { Marker } from "./vocabulary.ts";

/** The words that hold a question together, in four languages, parted by `|`. */
export const markerWords: readonly {
  readonly marker: Marker;
  readonly canonical: string;
  readonly words: string;
}[] = [
  {
    marker: "by",
    canonical: "by",
    words: "by | per | split by | по | в разрезе | 按 | 按照 | 依 | 依照 | 分",
  },
  {
    marker: "vs",
    canonical: "vs",
    words:
      "vs | versus | against | compare to | compare with | compared to | compared with | против | по сравнению с | в сравнении с | сравни с | сравнить с | 對比 | 對照",
  },
  {
    marker: "vs_after",
    canonical: "대비",
    words: "대비 | 와 비교 | 과 비교 | 와 비교해 | 과 비교해 | 비교 | 비교해",
  },
  { marker: "vs_either", canonical: "相比", words: "相比 | 相較 | 比較" },
  {
    marker: "not",
    canonical: "not",
    words:
      "not | without | except | excluding | кроме | не | без | исключая | 不含 | 排除 | 除了 | 不包括 | 非",
  },
  { marker: "not_after", canonical: "제외", words: "제외 | 제외하고 | 빼고 | 除外" },
  { marker: "since", canonical: "since", words: "since | начиная с" },
  { marker: "from", canonical: "", words: "from" },
  { marker: "from_day", canonical: "", words: "с | со | 從 | 自 | 自從" },
  { marker: "since_after", canonical: "부터", words: "부터 | 이후 | 以來 | 起 | 之後" },
  {
    marker: "target",
    canonical: "target",
    words: "target | targets | goal | 목표 | цель | цели | целью | план | плана | планом | 目標",
  },
  {
    marker: "year_before",
    canonical: "same-period-last-year",
    words:
      "same period last year | same period of last year | same period a year ago | same period a year earlier | same time last year | same day last year | same week last year | same month last year | same quarter last year | year over year | year on year | yoy | 전년 동기 | 전년 동기간 | 작년 동기 | 작년 같은 기간 | 지난해 같은 기간 | 작년 이맘때 | тот же период прошлого года | тем же периодом прошлого года | того же периода прошлого года | тому же периоду прошлого года | аналогичный период прошлого года | аналогичным периодом прошлого года | год к году | 去年同期 | 去年同一期間 | 去年同一時期 | 上年同期",
  },
  {
    marker: "trend",
    canonical: "trend",
    words:
      "trend | trends | 추이 | 추세 | 트렌드 | тренд | тренда | динамика | динамику | динамике | 趨勢 | 走勢",
  },
  {
    marker: "heat",
    canonical: "heat",
    words:
      "heat | heatmap | heat map | by hour | hourly | 히트맵 | 시간대별 | 요일별 시간대별 | тепловая карта | по часам | 熱力圖 | 熱圖 | 依時段 | 按時段",
  },
  {
    marker: "list",
    canonical: "list",
    words: "list | 목록 | 리스트 | список | перечень | 清單 | 列表",
  },
  {
    marker: "define",
    canonical: "define",
    words:
      "define | definition | definition of | 정의 | определение | определи | что такое | 定義 | 解釋",
  },
  {
    marker: "help",
    canonical: "help",
    words: "help | guide | 도움말 | 도움 | 사용법 | помощь | справка | 說明 | 幫助 | 使用說明",
  },
  {
    marker: "receipt",
    canonical: "receipt",
    words:
      "receipt | how was this made | how was it made | how was that made | how is it made | sql | 산출 근거 | 계산 근거 | 근거 | 영수증 | 어떻게 계산했나요 | чек | расчёт | как посчитано | как это посчитано | как посчитан | 計算依據 | 依據 | 收據 | 怎麼算的 | 這是怎麼算的",
  },
  {
    marker: "why",
    canonical: "why",
    words:
      "why | why did | reason | reasons | cause | causes | explain | 왜 | 이유 | 원인 | 변화 원인 | почему | причина | причины | отчего | 為什麼 | 為何 | 原因 | 變動原因",
  },
  {
    marker: "top",
    canonical: "top",
    words:
      "top | records behind | behind | worst | slowest | 상위 | 상위 기록 | 관련 기록 | 상세 기록 | 상세 | топ | записи | худшие | что за этим стоит | 明細 | 排行 | 背後的紀錄 | 紀錄",
  },
  {
    marker: "pareto",
    canonical: "pareto",
    words: "pareto | 파레토 | 파레토 분석 | парето | 柏拉圖 | 帕累托",
  },
  { marker: "with", canonical: "", words: "與 | 和 | 跟 | 同" },
  { marker: "filler", canonical: "", words: fillers() },
];

/** Words that say nothing about the question, and particles. */
function fillers(): string {
  return [
    "the | a | an | for | in | of | on | at | and | to | did | do | does | is | we | i | was | are | our | my | me | us | show | give | tell | what | whats | how | please | during | kpi | metric | value",
    "의 | 은 | 는 | 이 | 가 | 을 | 를 | 과 | 와 | 및 | 로 | 으로 | 에 | 에서 | 도 | 좀 | 동안 | 까지 | 한 | 값 | 지표 | 보여줘 | 보여 주세요 | 보여주세요 | 알려줘 | 알려주세요 | 얼마 | 얼마야 | 어때 | 간",
    "за | в | во | на | и | к | по итогам | покажи | покажите | мне | наш | наша | какой | какая | какое | был | была | было | показатель | пожалуйста",
    "的 | 之 | 在 | 是 | 為 | 及 | 請 | 我 | 我們 | 給 | 給我 | 看 | 查 | 查詢 | 查看 | 顯示 | 多少 | 期間 | 止 | 指標 | 什麼 | 什么",
  ].join(" | ");
}
