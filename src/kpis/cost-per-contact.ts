import { callsHandled, callsOffered } from "./inputs-calls.ts";
import { costAmount, costSpread } from "./inputs-money.ts";
import { ticketsCreated, ticketsHandled } from "./inputs-tickets.ts";
import { sumOf, type Input } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { type Options, sharesIn } from "./options.ts";

/** S2: all costs by the contacts handled, channel by channel; S0 divides by all issues (kpis.md C15). */
export const costPerContact = defineKpi({
  id: "cost_per_contact",
  version: 1,
  title: {
    en: "Cost per contact",
    ko: "접촉당 비용",
    ru: "Стоимость обращения",
    "zh-TW": "每次聯絡成本",
  },
  aliases: ["cost per ticket", "cost per call", "컨택당 비용", "콘텐츠당 비용"],
  meaning: {
    en: "What one handled contact costs, salaries and software included. Compare channels: costs without a channel belong to none of them until shared: says how they are spread.",
    ko: "급여와 소프트웨어를 포함해 처리한 접촉 한 건에 드는 비용입니다. 채널별로 비교하세요. 채널이 없는 비용은 shared:로 나누는 방법을 정하기 전까지 어느 채널에도 들어가지 않습니다.",
    ru: "Сколько стоит одно обработанное обращение вместе с зарплатами и программами. Сравнивайте каналы: затраты без канала не относятся ни к одному, пока shared: не скажет, как их разделить.",
    "zh-TW":
      "處理一次聯絡的成本，含薪資與軟體。請比較各管道：沒有管道的成本不屬於任何管道，除非以 shared: 說明如何分攤。",
  },
  formula: {
    en: "all costs ÷ tickets or calls handled",
    ko: "전체 비용 ÷ 처리한 티켓 또는 통화 수",
    ru: "все затраты ÷ обработанные обращения или звонки",
    "zh-TW": "全部成本 ÷ 已處理的工單或通話數",
  },
  unit: "money",
  better: "lower",
  kinds: ["tickets", "calls"],
  beside: ["costs"],
  options: {
    kind: { type: "choice", values: ["tickets", "calls"] },
    denominator: { type: "choice", values: ["handled", "issues"] },
    shared: { type: "choice", values: ["apart", "contacts", "key"] },
    key: { type: "shares" },
  },
  needs: { option: "shared", is: "key", other: "key" },
  measure: (options) => {
    const contacts = contactsOf(options["kind"] === "calls", options["denominator"] === "issues");
    const costs = costsOf(options, contacts);
    return {
      value: {
        take: "ratio",
        numerator: sumOf(costs),
        denominator: sumOf(contacts),
        times: 1,
        blind: { known: costs, unknown: contacts },
      },
      sample: sumOf(contacts),
      variants: {},
      interval: null,
      notes: {},
    };
  },
  guardrails: ["csat", "fcr"],
  target: null,
});

function contactsOf(ofCalls: boolean, all: boolean): Input {
  if (ofCalls) return all ? callsOffered : callsHandled;
  return all ? ticketsCreated : ticketsHandled;
}

/** Costs of all channels together belong to none of them until somebody says how they are shared. */
function costsOf(options: Options, contacts: Input): Input {
  if (options["shared"] === "contacts") return costSpread({ as: contacts });
  return options["shared"] === "key" ? costSpread({ over: sharesIn(options, "key") }) : costAmount;
}
