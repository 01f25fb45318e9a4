import type { Input } from "./inputs.ts";
import type { Where } from "./where.ts";

const notices = { kind: "notices", at: "sent_at" } as const;

const daySeconds = 86_400;

const hadTime = (days: number): Where => ({
  column: "sent_at",
  olderThanSeconds: days * daySeconds,
  clock: "calendar",
});

/** Notices whose time to be answered is over. */
export const noticesDue = (days: number): Input => ({
  ...notices,
  id: `notices_due_after_${days}d`,
  take: "count",
  where: hadTime(days),
});

/** Those of them that nobody answered in it. */
export const noticesUnanswered = (days: number): Input => ({
  ...notices,
  id: `notices_unanswered_for_${days}d`,
  take: "count",
  hingesOn: ["answered_at"],
  where: {
    all: [hadTime(days), { not: { column: "answer_seconds", atMost: days * daySeconds } }],
  },
});

/** Notices that can still be answered in time. */
export const noticesOpen = (days: number): Input => ({
  ...notices,
  id: `notices_open_for_${days}d`,
  take: "count",
  where: { not: hadTime(days) },
});
