import type { KpiId } from "./index.ts";

/**
 * Names that mean different KPIs to different people: they are asked about, never guessed, even
 * where only one of the candidates exists yet.
 */
export const collisions: Readonly<Record<string, readonly [KpiId, ...KpiId[]]>> = {
  AR: ["abandonment_rate", "answer_rate"],
  CRR: ["customer_retention_rate", "call_resolution_rate"],
  CPC: ["cost_per_contact"],
  churn: ["customer_churn_rate", "revenue_churn_rate"],
  "churn rate": ["customer_churn_rate", "revenue_churn_rate"],
  отток: ["customer_churn_rate", "revenue_churn_rate"],
  이탈률: ["abandonment_rate", "customer_churn_rate", "revenue_churn_rate"],
  流失率: ["customer_churn_rate", "revenue_churn_rate", "abandonment_rate"],
  회전율: ["support_cost_ratio"],
  응답률: ["answer_rate", "survey_response_rate", "customer_retention_rate"],
  "response rate": ["answer_rate", "survey_response_rate"],
  "평균 응답 시간": ["asa", "first_response_time"],
  "응답 시간": ["asa", "first_response_time"],
  "response time": ["asa", "first_response_time"],
  "время ответа": ["asa", "first_response_time"],
  "среднее время ответа": ["asa", "first_response_time"],
  回應時間: ["asa", "first_response_time"],
  "대기 시간": ["asa", "aht"],
  "wait time": ["asa", "first_response_time"],
  "время ожидания": ["asa", "first_response_time"],
  等待時間: ["asa", "first_response_time"],
  resolution: ["avg_resolution_time", "fcr", "call_resolution_rate", "resolved_issues"],
  해결: ["avg_resolution_time", "fcr", "call_resolution_rate", "resolved_issues"],
  解決: ["avg_resolution_time", "fcr", "call_resolution_rate", "resolved_issues"],
  решение: ["avg_resolution_time", "fcr", "call_resolution_rate", "resolved_issues"],
  "resolution rate": ["fcr", "call_resolution_rate"],
  해결률: ["fcr", "call_resolution_rate"],
  解決率: ["fcr", "call_resolution_rate"],
  "активные обращения": ["tickets_per_customer", "backlog"],
  satisfaction: ["csat", "esat"],
  만족도: ["csat", "esat"],
  удовлетворённость: ["csat", "esat"],
  滿意度: ["csat", "esat"],
};
