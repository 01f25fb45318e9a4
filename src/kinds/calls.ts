import { defineKind } from "./kind.ts";

/** A phone call, or a chat that waited in a queue. */
export const calls = defineKind({
  id: "calls",
  title: { en: "Calls", ko: "통화", ru: "Звонки", "zh-TW": "通話" },
  splits: ["channel", "team"],
  at: "queued_at",
  columns: {
    queued_at: { type: "instant", required: true },
    customer: { type: "text" },
    outcome: {
      type: "text",
      required: true,
      values: ["handled", "abandoned", "callback", "voicemail"],
    },
    /** From entering the queue until an agent, or until the caller hung up; not the menu before it. */
    wait_seconds: { type: "seconds" },
    talk_seconds: { type: "seconds" },
    hold_seconds: { type: "seconds" },
    wrap_seconds: { type: "seconds" },
    /** Dialling and waiting for the other side to pick up, of calls that an agent makes. */
    dial_seconds: { type: "seconds" },
    transfers: { type: "count" },
    resolved: { type: "flag" },
    script_used: { type: "flag" },
    mobile: { type: "flag" },
  },
  derived: { queued_day: { take: "day", of: "queued_at" } },
  contradictions: {},
});
