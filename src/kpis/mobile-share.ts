import { mobileOf } from "./inputs-channels.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { share } from "./share.ts";

/** S2, goal 8: more than half of the web is read on phones. */
export const mobileShare = defineKpi({
  id: "mobile_share",
  version: 1,
  title: {
    en: "Mobile share",
    ko: "모바일 문의 비율",
    ru: "Доля мобильных обращений",
    "zh-TW": "行動裝置占比",
  },
  aliases: ["mobile contacts", "모바일 비중", "мобильные обращения"],
  meaning: {
    en: "The share of contacts that came from a phone or its app, of those that say so.",
    ko: "기기가 기록된 문의 가운데 휴대전화나 앱에서 들어온 비율입니다.",
    ru: "Доля обращений с телефона или из приложения среди тех, где это известно.",
    "zh-TW": "在有記錄的聯繫中，來自手機或其應用程式的比例。",
  },
  formula: {
    en: "mobile contacts ÷ contacts that say",
    ko: "모바일 문의 ÷ 기기가 기록된 문의",
    ru: "мобильные обращения ÷ обращения с отметкой",
    "zh-TW": "行動裝置的聯繫 ÷ 有記錄的聯繫",
  },
  unit: "percent",
  better: "neutral",
  kinds: ["tickets", "calls"],
  options: { kind: { type: "choice", values: ["tickets", "calls"] } },
  measure: (options) => {
    const { mobile, known, unknown } = mobileOf(options["kind"] === "calls" ? "calls" : "tickets");
    return {
      value: share(sumOf(mobile), sumOf(known)),
      sample: sumOf(known),
      variants: {},
      interval: "wilson",
      notes: { incomplete_records: sumOf(unknown) },
      missing: "incomplete_records",
    };
  },
  guardrails: ["csat"],
  target: null,
});
