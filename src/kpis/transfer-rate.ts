import { callsTransferKnown, callsTransferred, handledWithoutTransfers } from "./inputs-calls.ts";
import {
  ticketsTransferKnown,
  ticketsTransferred,
  ticketsTransferUnknown,
} from "./inputs-tickets.ts";
import { sumOf } from "./inputs.ts";
import { defineKpi } from "./kpi.ts";
import { share } from "./share.ts";

/** S0: 59 % fear being passed on and telling it all again. */
export const transferRate = defineKpi({
  id: "transfer_rate",
  version: 1,
  title: {
    en: "Transfer rate",
    ko: "이관율",
    ru: "Доля переведённых обращений",
    "zh-TW": "轉接率",
  },
  aliases: ["transfers", "transferred", "доля переводов"],
  meaning: {
    en: "The share of handled contacts that were passed on at least once.",
    ko: "처리된 문의 가운데 한 번 이상 다른 담당자나 부서로 넘겨진 비율입니다.",
    ru: "Доля обработанных обращений, которые хотя бы раз перевели другому сотруднику или отделу.",
    "zh-TW": "已處理的聯繫中至少轉接過一次的比例。",
  },
  formula: {
    en: "contacts with a transfer ÷ handled contacts",
    ko: "이관된 문의 ÷ 처리된 문의",
    ru: "обращения с переводом ÷ обработанные обращения",
    "zh-TW": "曾轉接的聯繫 ÷ 已處理的聯繫",
  },
  unit: "percent",
  better: "lower",
  kinds: ["tickets", "calls"],
  options: { kind: { type: "choice", values: ["tickets", "calls"] } },
  measure: (options) => {
    const [transferred, known, unknown] =
      options["kind"] === "calls"
        ? [callsTransferred, callsTransferKnown, handledWithoutTransfers]
        : [ticketsTransferred, ticketsTransferKnown, ticketsTransferUnknown];
    return {
      value: share(sumOf(transferred), sumOf(known)),
      sample: sumOf(known),
      variants: {},
      interval: "wilson",
      notes: { incomplete_records: sumOf(unknown) },
      missing: "incomplete_records",
    };
  },
  guardrails: ["fcr"],
  target: null,
});
