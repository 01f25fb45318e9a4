/** Characters that a terminal draws over two columns: Chinese, Japanese, Korean, full width, emoji. */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;

/** Characters that add no column: marks upon the one before, joiners, and the later Hangul jamo. */
const narrow = /[\p{Mn}\p{Me}\p{Cf}\u1160-\u11FF]/u;

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** How many columns a text takes. */
export function textWidth(text: string): number {
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += graphemeWidth(segment);
  return width;
}

function graphemeWidth(grapheme: string): number {
  const base = Array.from(grapheme).find((each) => !narrow.test(each));
  if (base === undefined) return 0;
  return wide.test(base) || grapheme.includes("\uFE0F") ? 2 : 1;
}

/** Cut to so many columns, with a dot leader where something is missing. */
export function fitTo(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text;
  let kept = "";
  let width = 0;
  for (const { segment } of segmenter.segment(text)) {
    width += graphemeWidth(segment);
    if (width > columns - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

export const padEnd = (text: string, columns: number): string =>
  text + " ".repeat(Math.max(0, columns - textWidth(text)));

export const padStart = (text: string, columns: number): string =>
  " ".repeat(Math.max(0, columns - textWidth(text))) + text;
