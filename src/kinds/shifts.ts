import { defineKind } from "./kind.ts";

/** One agent's shift: what was planned, and how it was spent. */
export const shifts = defineKind({
  id: "shifts",
  title: { en: "Shifts", ko: "근무", ru: "Смены", "zh-TW": "班次" },
  splits: ["team"],
  at: "from",
  columns: {
    /** A plan is known before the shift begins. */
    from: { type: "instant", required: true, mayLieAhead: true },
    to: { type: "instant", mayLieAhead: true },
    scheduled_seconds: { type: "seconds" },
    logged_seconds: { type: "seconds" },
    /** Idle, and ready for the next contact. */
    available_seconds: { type: "seconds" },
    /** In the state that the plan wanted at that very time. */
    adherent_seconds: { type: "seconds" },
  },
  derived: { shift_day: { take: "day", of: "from" } },
  contradictions: {
    ended_before_begun: { check: "before", end: "to", start: "from" },
    adherent_over_scheduled: {
      check: "before",
      end: "scheduled_seconds",
      start: "adherent_seconds",
    },
  },
});
