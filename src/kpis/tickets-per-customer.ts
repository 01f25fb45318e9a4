import { customersActiveOfAll, customersAtEndOfAll } from "./inputs-customers.ts";
import {
  customersWithOpenTickets,
  customersWithTickets,
  openTicketsOfCustomers,
  ticketsOfCustomers,
  ticketsWithoutCustomer,
} from "./inputs-tickets.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";

/**
 * S1: "active" in its name, "raised in the period" in its text; the text wins (kpis.md C17).
 * `denominator:active` divides by all customers, those who never wrote included.
 */
export const ticketsPerCustomer = defineKpi({
  id: "tickets_per_customer",
  version: 1,
  title: {
    en: "Active tickets per customer",
    ko: "고객당 문의 수",
    ru: "Количество активных обращений на одного пользователя",
    "zh-TW": "每位客戶工單數",
  },
  aliases: ["tpc", "tickets per customer", "активные обращения на пользователя"],
  meaning: {
    en: "How many tickets each customer who wrote raised on average in the period.",
    ko: "기간 안에 문의한 고객 한 명이 평균 몇 건을 문의했는지를 나타냅니다.",
    ru: "Сколько обращений в среднем создал за период каждый обратившийся клиент.",
    "zh-TW": "期間內有聯繫的客戶，平均每位提出的工單數。",
  },
  formula: {
    en: "tickets created ÷ different customers who created them",
    ko: "생성된 티켓 수 ÷ 문의한 고객 수",
    ru: "созданные обращения ÷ обратившиеся клиенты",
    "zh-TW": "建立的工單數 ÷ 提出工單的客戶數",
  },
  unit: "ratio",
  better: "lower",
  kinds: ["tickets"],
  beside: ["customers"],
  options: {
    variant: { type: "choice", values: ["created", "open"] },
    denominator: { type: "choice", values: ["requesters", "active"] },
  },
  measure: (options) => {
    const isOpen = options["variant"] === "open";
    const tickets = sumOf(isOpen ? openTicketsOfCustomers : ticketsOfCustomers);
    const writers = isOpen ? customersWithOpenTickets : customersWithTickets;
    const everybody = isOpen ? customersAtEndOfAll : customersActiveOfAll;
    const denominator = sumOf(options["denominator"] === "active" ? everybody : writers);
    return {
      value: { take: "ratio", numerator: tickets, denominator, times: 1 },
      sample: tickets,
      variants: {},
      interval: "again",
      notes: { without_customer: sumOf(ticketsWithoutCustomer) },
      missing: "without_customer",
    };
  },
  guardrails: ["ticket_volume", "csat"],
  target: null,
});
