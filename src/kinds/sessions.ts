import { defineKind } from "./kind.ts";

/** A visit to the help centre. */
export const sessions = defineKind({
  id: "sessions",
  title: {
    en: "Help centre sessions",
    ko: "도움말 센터 방문",
    ru: "Сеансы в справочном центре",
    "zh-TW": "說明中心造訪",
  },
  splits: ["topic"],
  at: "at",
  columns: {
    at: { type: "instant", required: true },
    customer: { type: "text" },
    /** Where the source knows it; otherwise the customer's tickets are looked up. */
    ticket_followed: { type: "flag" },
  },
  derived: {},
  contradictions: {},
});
