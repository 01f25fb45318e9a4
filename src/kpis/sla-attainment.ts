import { sumOf } from "./inputs.ts";
import { promisesKept } from "./inputs-sla.ts";
import { defineKpi } from "./kpi.ts";
import { share } from "./share.ts";

/**
 * S0, S4: promises kept out of those that fell due (kpis.md C10). A ticket that is past due and
 * unanswered is a breach; one still in time is neither. Targets by channel are S0's examples.
 */
export const slaAttainment = defineKpi({
  id: "sla_attainment",
  version: 2,
  title: {
    en: "SLA attainment",
    ko: "SLA 준수율",
    ru: "Соблюдение SLA",
    "zh-TW": "服務等級協定達成率",
  },
  aliases: [
    "SLA",
    "SLA compliance",
    "서비스 수준 계약",
    "서비스 수준 계약(SLA)",
    "서비스 품질에 대한 약속",
    "соглашение об уровне обслуживания",
    "服務等級協定",
  ],
  meaning: {
    en: "The share of promises kept, by the SLA rule of the configuration that was in force when the clock began or, where none promised a ticket a first reply, by the due time it brought. Past due without an answer is a breach; still in time is not counted yet.",
    ko: "시간이 흐르기 시작할 때 시행 중이던 설정의 SLA 규칙을, 첫 응답을 약속한 규칙이 없는 티켓은 자체 기한을 지킨 비율입니다. 기한이 지나도록 답이 없으면 위반이고, 아직 기한 전이면 세지 않습니다.",
    ru: "Доля выполненных обещаний по правилу SLA из настроек, действовавшему в начале отсчёта, а где ни одно не обещало первого ответа — по сроку самого обращения. Просрочено без ответа — нарушение; срок ещё идёт — пока не считается.",
    "zh-TW":
      "依計時開始時有效的 SLA 設定規則履行承諾的比例；若無規則承諾首次回應，則依工單本身的期限。逾期未回覆算違反；尚未到期的暫不計入。",
  },
  formula: {
    en: "met ÷ (met + breached)",
    ko: "준수 ÷ (준수 + 위반)",
    ru: "соблюдено ÷ (соблюдено + нарушено)",
    "zh-TW": "達成 ÷（達成 + 違反）",
  },
  unit: "percent",
  better: "higher",
  kinds: ["tickets"],
  options: {},
  measure: (_options, settings) => {
    const { met, breached, rules } = promisesKept(settings.sla);
    const due = sumOf(...met, ...breached);
    return {
      value: share(sumOf(...met), due),
      sample: due,
      variants: {},
      interval: "wilson",
      notes: {},
      promises: rules,
    };
  },
  guardrails: ["ticket_volume", "csat"],
  target: { email: 70, phone: 80 },
});
