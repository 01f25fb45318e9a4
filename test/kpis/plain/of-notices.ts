import type { AnyNotice } from "../../fixtures/any-record.ts";
import { isIn, nothing, numberOf, type PlainKpi, secondsFrom, share } from "./plain.ts";

/** Of the notices whose days are over those that were not answered in them. */
export const unansweredNotices: PlainKpi = ({ all, options, rows, season, window }) => {
  if (all.notices.length === 0) return nothing;
  const seconds = numberOf(options, "window") * 86_400;
  const isUnanswered = ({ sent_at: sent, answered_at: answered }: AnyNotice): boolean =>
    answered === null || secondsFrom(sent, answered) > seconds;
  const due = rows.notices.filter(
    ({ sent_at: sent }) => isIn(sent, window) && secondsFrom(sent, season.now) > seconds,
  );
  const isTold = all.notices.some(({ answered_at: answered }) => answered !== null);
  return share(due, isUnanswered, isTold);
};
