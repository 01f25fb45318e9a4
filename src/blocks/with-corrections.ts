import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import type { DrawnMessage } from "./block.ts";
import { checkBlocks } from "./check-blocks.ts";
import { section } from "./factories.ts";
import { limits } from "./limits.ts";
import { joinMarkup } from "./text.ts";

/** The title and the sentence that matters most. */
const headBlocks = 2;

/**
 * The message of a digest with what was corrected since, a line each, right behind its headline; all
 * else stays as it was posted. The latest lines where there is no room for all; null where there is
 * none for one.
 */
export function withCorrections(
  { text, blocks }: DrawnMessage,
  lines: readonly string[],
  locale: Locale,
): DrawnMessage | null {
  for (let left = 0; left < lines.length; left += 1) {
    const before =
      left === 0 ? [] : [say(locale, (t) => t.digests.correctedBefore, { count: left })];
    const writing = joinMarkup([...before, ...lines.slice(left)], "\n");
    if (writing.source.length > limits.sectionText) continue;
    const corrected = {
      text,
      blocks: [...blocks.slice(0, headBlocks), section(writing), ...blocks.slice(headBlocks)],
    };
    if (checkBlocks("message", corrected).length === 0) return corrected;
  }
  return null;
}
