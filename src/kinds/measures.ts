import { defineKind } from "./kind.ts";

/** A figure somebody else has summed already: one input on one day. */
export const measures = defineKind({
  id: "measures",
  title: {
    en: "Ready-made figures",
    ko: "집계된 수치",
    ru: "Готовые показатели",
    "zh-TW": "現成數值",
  },
  splits: ["channel", "team"],
  at: "day",
  columns: {
    day: { type: "day", required: true },
    input: { type: "text", required: true },
    value: { type: "number", required: true },
  },
  derived: {},
  contradictions: {},
});
