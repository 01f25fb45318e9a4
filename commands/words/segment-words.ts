import type { Segment } from "../../src/kinds/kind.ts";

/** Names of the segments, also as keys of filters (`канал:email`), and with "by" or "each" joined to them. */
export const segmentWords: readonly {
  readonly segment: Segment;
  readonly names: string;
  readonly by: string;
}[] = [
  {
    segment: "channel",
    names:
      "channel | channels | 채널 | канал | каналу | каналам | каналов | каналы | каналом | 渠道 | 管道 | 頻道 | 通路",
    by: "채널별 | 채널마다 | 各渠道 | 各管道 | 各頻道 | 各通路",
  },
  {
    segment: "team",
    names:
      "team | teams | 팀 | команда | команде | командам | команды | команду | отдел | отделу | отделам | группа | группам | 團隊 | 小組 | 團队",
    by: "팀별 | 팀마다 | 各團隊 | 各小組",
  },
  {
    segment: "agent",
    names:
      "agent | agents | 상담원 | 상담사 | 에이전트 | агент | агенту | агентам | оператор | оператору | операторам | сотрудник | сотруднику | сотрудникам | 客服 | 客服人員 | 專員 | 人員",
    by: "상담원별 | 상담사별 | 에이전트별 | 各客服 | 各專員",
  },
  {
    segment: "topic",
    names:
      "topic | topics | category | categories | 주제 | 유형 | 문의 유형 | 카테고리 | тема | теме | темам | темы | категория | категориям | категории | 主題 | 類別 | 類型",
    by: "주제별 | 유형별 | 문의 유형별 | 카테고리별 | 各主題 | 各類別",
  },
  {
    segment: "priority",
    names:
      "priority | priorities | 우선순위 | 중요도 | приоритет | приоритету | приоритетам | приоритеты | 優先級 | 優先順序 | 優先度",
    by: "우선순위별 | 중요도별 | 各優先級 | 各優先順序",
  },
  {
    segment: "customer_segment",
    names:
      "customer segment | customer segments | segment | segments | 고객군 | 고객 그룹 | 고객 세그먼트 | сегмент | сегменту | сегментам | сегмент клиентов | сегментам клиентов | 客群 | 客戶群 | 客戶分群 | 客戶區隔",
    by: "고객군별 | 고객 그룹별 | 고객 세그먼트별 | 各客群 | 各客戶群",
  },
  {
    segment: "language",
    names: "language | languages | 언어 | язык | языку | языкам | языки | 語言 | 語系",
    by: "언어별 | 各語言",
  },
];
