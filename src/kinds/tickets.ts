import { defineKind } from "./kind.ts";

/** A customer's request in the help desk, from its creation to its last solution. */
export const tickets = defineKind({
  id: "tickets",
  title: { en: "Tickets", ko: "티켓", ru: "Обращения", "zh-TW": "工單" },
  splits: ["channel", "team"],
  at: "created_at",
  columns: {
    created_at: { type: "instant", required: true },
    customer: { type: "text" },
    /** The first public reply of a human; notes, bots and automatic receipts do not count. */
    first_response_at: { type: "instant" },
    first_solved_at: { type: "instant" },
    /** The last solution; empty while the ticket is open. */
    solved_at: { type: "instant" },
    reopens: { type: "count" },
    /** Public replies of humans. */
    agent_replies: { type: "count" },
    assignees: { type: "count" },
    transfers: { type: "count" },
    pending_seconds: { type: "seconds" },
    sla_due_at: { type: "instant", mayLieAhead: true },
    solved_by: { type: "text", values: ["agent", "bot"] },
    /** A bot took part in the conversation. */
    bot: { type: "flag" },
    /** Written from a phone or its app. */
    mobile: { type: "flag" },
    url: { type: "text" },
  },
  derived: {
    created_day: { take: "day", of: "created_at" },
    responded_day: { take: "day", of: "first_response_at" },
    solved_day: { take: "day", of: "solved_at" },
    first_response_seconds: { take: "seconds", from: "created_at", to: "first_response_at" },
    first_resolution_seconds: { take: "seconds", from: "created_at", to: "first_solved_at" },
    resolution_seconds: { take: "seconds", from: "created_at", to: "solved_at" },
    first_response_working_seconds: {
      take: "working_seconds",
      from: "created_at",
      to: "first_response_at",
    },
    first_resolution_working_seconds: {
      take: "working_seconds",
      from: "created_at",
      to: "first_solved_at",
    },
    resolution_working_seconds: { take: "working_seconds", from: "created_at", to: "solved_at" },
  },
  contradictions: {
    responded_before_created: { check: "before", end: "first_response_at", start: "created_at" },
    first_solved_before_created: { check: "before", end: "first_solved_at", start: "created_at" },
    solved_before_created: { check: "before", end: "solved_at", start: "created_at" },
  },
});
