import { plainText, longestQuantity } from "./parse-number.ts";

export type DurationFault =
  | { readonly fault: "not_a_duration" | "needs_unit" | "too_long" }
  /** In seconds: as minutes and seconds, as hours and minutes. */
  | { readonly fault: "ambiguous_clock"; readonly readings: readonly [number, number] };

const unitWords: ReadonlyMap<string, number> = new Map(
  (
    [
      [1, "s sec secs second seconds 초 с сек секунд секунда секунды секунду 秒 秒鐘"],
      [60, "m min mins minute minutes 분 м мин минут минута минуты минуту 分 分鐘"],
      [3_600, "h hr hrs hour hours 시간 ч час часа часов 小時 時 鐘頭"],
      [86_400, "d day days 일 д дн день дня дней 天 日"],
      [604_800, "w wk week weeks 주 주일 нед неделя неделю недели недель 週 周"],
    ] as const
  ).flatMap(([seconds, words]) => words.split(" ").map((word) => [word, seconds] as const)),
);

/** What a bare number after a unit means: the 30 of `2h30` are minutes. */
const unitBelow: ReadonlyMap<number, number> = new Map([
  [3_600, 60],
  [60, 1],
]);

/** Ten years: no desk promises more. */
const mostSeconds = 315_360_000;

/** Reads `30s`, `4h`, `2h30`, `1 час 30 мин`, `1:30:00`; a bare number or `1:30` is not guessed. */
export function parseDuration(text: string): number | DurationFault {
  if (text.length > longestQuantity) return { fault: "too_long" };
  const plain = plainText(text);
  if (/^\d+([.,]\d+)?$/u.test(plain)) return { fault: "needs_unit" };
  const short = /^(\d{1,5}):(\d{1,2})$/u.exec(plain)?.slice(1).map(Number);
  if (short !== undefined) {
    const seconds = (short[0] ?? 0) * 60 + (short[1] ?? 0);
    return { fault: "ambiguous_clock", readings: [seconds, seconds * 60] };
  }
  const clock = /^(\d{1,5}):(\d{2}):(\d{2})$/u.exec(plain);
  const seconds = clock === null ? sumOfParts(plain) : ofClock(clock.slice(1).map(Number));
  if (seconds === null || !Number.isFinite(seconds)) return { fault: "not_a_duration" };
  return seconds > mostSeconds ? { fault: "too_long" } : seconds;
}

function ofClock([hours = 0, minutes = 0, seconds = 0]: readonly number[]): number | null {
  return minutes < 60 && seconds < 60 ? (hours * 60 + minutes) * 60 + seconds : null;
}

/** Numbers with their units, each smaller than the one before. */
function sumOfParts(plain: string): number | null {
  const parts = plain.match(/\d+(?:[.,]\d+)?|[^\d\s.,]+\.?/gu) ?? [];
  if (parts.length === 0 || parts.join("") !== plain.replaceAll(" ", "")) return null;
  let seconds = 0;
  let unit = Infinity;
  for (let at = 0; at < parts.length; at += 2) {
    const number = Number((parts[at] ?? "").replace(",", "."));
    const word = parts[at + 1];
    const next = word === undefined ? unitBelow.get(unit) : unitWords.get(word.replace(/\.$/u, ""));
    if (Number.isNaN(number) || next === undefined || next >= unit) return null;
    seconds += number * next;
    unit = next;
  }
  return seconds;
}
