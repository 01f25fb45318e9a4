import { answerBlocks } from "../../src/blocks/answer-blocks.ts";
import type { DrawnMessage } from "../../src/blocks/block.ts";
import { type Locale } from "../../src/i18n/locale.ts";
import type { PieceUnit } from "../../src/periods/pieces-of.ts";
import type { Answer } from "../../src/reports/answer.ts";

export const draw = (
  answer: Answer,
  locale: Locale = "en",
  every: PieceUnit | null = null,
  notes: readonly string[] = [],
): DrawnMessage =>
  answerBlocks(answer, {
    locale,
    every,
    notes,
    zone: "Asia/Seoul",
    buttons: [{ label: "By channel", words: "kpi fcr last-week by channel" }],
    share: "kpi fcr last-week",
    sharedBy: null,
  });

/** Spaces of any width are spaces here. */
export const all = (message: DrawnMessage): string =>
  JSON.stringify(message.blocks).replaceAll(/[^\S\n]/gu, " ");

/** As many days from the first of September, worth their number; the third has nothing. */
export const daysOf = (count: number): Answer["series"] =>
  Array.from({ length: count }, (_, at) => ({
    from: new Date(Date.UTC(2026, 8, at, 22)),
    to: new Date(Date.UTC(2026, 8, at + 1, 22)),
    value: at === 2 ? null : at,
    sample: at === 2 ? 0 : 1_000 + at,
  }));
