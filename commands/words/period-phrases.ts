import { foldName } from "../../src/kpis/fold-name.ts";
import type { PeriodSpec } from "../../src/periods/period.ts";

/** Periods with a number in them, over folded words (no spaces, no hyphens). */
interface Phrase {
  readonly pattern: RegExp;
  readonly toSpec: (groups: Readonly<Record<string, string | undefined>>) => PeriodSpec | null;
}

const enNumbers = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const hanNumbers = "一 二 三 四 五 六 七 八 九 十 十一 十二".split(" ");

const numbers: ReadonlyMap<string, number> = new Map([
  ...enNumbers.map((word, at) => [word, at + 1] as const),
  ...hanNumbers.map((word, at) => [word, at + 1] as const),
  ["兩", 2],
  ["两", 2],
]);

const enCount = String.raw`(?<count>\d{1,6}|${enNumbers.join("|")})`;
const hanCount = String.raw`(?<count>\d{1,6}|十[一二]?|[一二兩两三四五六七八九])`;

const units: ReadonlyMap<string, "day" | "week" | "month"> = new Map(
  (
    [
      ["day", "day days 일 день дня дней 天 日"],
      ["week", "week weeks 주 неделя недели недель неделю 週 周 個星期 星期"],
      ["month", "month months 개월 달 месяц месяца месяцев 個月 月"],
    ] as const
  ).flatMap(([unit, words]) => words.split(" ").map((word) => [word, unit] as const)),
);

const monthStems: readonly (readonly string[])[] = [
  ["january", "jan", "январь", "января", "январе", "янв"],
  ["february", "feb", "февраль", "февраля", "феврале", "фев", "февр"],
  ["march", "mar", "март", "марта", "марте"],
  ["april", "apr", "апрель", "апреля", "апреле", "апр"],
  ["may", "май", "мая", "мае"],
  ["june", "jun", "июнь", "июня", "июне"],
  ["july", "jul", "июль", "июля", "июле"],
  ["august", "aug", "август", "августа", "августе", "авг"],
  ["september", "sept", "sep", "сентябрь", "сентября", "сентябре", "сен", "сент"],
  ["october", "oct", "октябрь", "октября", "октябре", "окт"],
  ["november", "nov", "ноябрь", "ноября", "ноябре", "ноя", "нояб"],
  ["december", "dec", "декабрь", "декабря", "декабре", "дек"],
];

/** Names of months in full, and the English one of each: shorter ones are near to anything. */
export const monthNames: ReadonlyMap<string, string> = new Map(
  monthStems.flatMap(([canonical = "", ...others]) =>
    [canonical, ...others]
      .filter((name) => name.length > 4)
      .map((name) => [foldName(name), canonical] as const),
  ),
);

const monthNumbers: ReadonlyMap<string, number> = new Map(
  monthStems.flatMap((names, at) => names.map((name) => [name, at + 1] as const)),
);
const anyMonth = [...monthNumbers.keys()].toSorted((a, b) => b.length - a.length).join("|");

const year = String.raw`(?<year>(?:19|20)\d{2})`;
const ruYear = String.raw`(?:${year}(?:года|год|г)?)?`;

const lastN: Phrase["toSpec"] = ({ count, unit }) => {
  const known = units.get(unit ?? "");
  const number = toNumber(count);
  return known === undefined ? null : { kind: "last-n", count: number, unit: known };
};
const month: Phrase["toSpec"] = ({ year, month }) => ({
  kind: "month",
  year: year === undefined ? null : Number(year),
  month: monthNumbers.get(month ?? "") ?? toNumber(month),
});
const quarter: Phrase["toSpec"] = ({ year, quarter }) => ({
  kind: "quarter",
  year: year === undefined ? null : Number(year),
  quarter: toNumber(quarter),
});
const week: Phrase["toSpec"] = ({ year, week }) => ({
  kind: "week",
  year: Number(year),
  week: Number(week),
});

const phrase = (source: string, toSpec: Phrase["toSpec"]): Phrase => ({
  pattern: new RegExp(source, "uy"),
  toSpec,
});

const phrases: readonly Phrase[] = [
  phrase(
    `(?:last|past|previous|prior)?${enCount}(?:whole|full)?(?<unit>days?|weeks?|months?)`,
    lastN,
  ),
  phrase(
    String.raw`(?:за)?(?:последн(?:ие|их|ий|юю|яя)|прошл(?:ые|ых)|предыдущи[ех])?(?<count>\d{1,6})(?:полны[ех]|полную|полный)?(?<unit>день|дня|дней|неделя|недели|недель|неделю|месяца|месяцев|месяц)`,
    lastN,
  ),
  phrase(
    String.raw`(?:지난|최근|과거|직전)(?<count>\d{1,6})(?<unit>일|주|개월|달)(?:간|동안)?`,
    lastN,
  ),
  phrase(String.raw`(?<count>\d{1,6})(?<unit>일|주|개월)간`, lastN),
  phrase(`(?:最近|過去|过去|近|前|上)${hanCount}(?<unit>天|日|週|周|個星期|星期|個月|月)`, lastN),
  phrase(`(?<month>${anyMonth})${ruYear}`, month),
  phrase(`${year}(?<month>${anyMonth})`, month),
  phrase(String.raw`(?:${year}년)?(?<month>\d{1,2})월`, month),
  phrase(
    String.raw`(?:${year}年)?(?<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份)?`,
    month,
  ),
  phrase(`q(?<quarter>[1-4])(?:${year})?`, quarter),
  phrase(`${year}q(?<quarter>[1-4])`, quarter),
  phrase(`(?:${year}년)?(?<quarter>[1-4])분기`, quarter),
  phrase(`(?<quarter>[1-4])(?:й|ый|ий|го|м)?квартал(?:а|е|ом)?${ruYear}`, quarter),
  phrase(`(?:${year}年)?第?(?<quarter>[1-4一二三四])季度?`, quarter),
  phrase(String.raw`${year}w(?:eek)?(?<week>\d{1,2})`, week),
  phrase(String.raw`week(?<week>\d{1,2})(?:of|in)?${year}`, week),
  phrase(String.raw`${year}년(?<week>\d{1,2})주차?`, week),
  phrase(String.raw`(?<week>\d{1,2})(?:я)?неделя${year}(?:года|г)?`, week),
  phrase(String.raw`неделя(?<week>\d{1,2})${year}(?:года|г)?`, week),
  phrase(String.raw`${year}年第?(?<week>\d{1,2})[週周]`, week),
  phrase(`${year}(?:년|年|год[ау]?|г)?`, ({ year }) => ({ kind: "year", year: Number(year) })),
];

/** The longest period phrase that begins there and ends at an edge between words. */
export function readPeriodPhrase(
  folded: string,
  at: number,
  isEdge: (at: number) => boolean,
): { readonly spec: PeriodSpec; readonly end: number } | null {
  let best: { spec: PeriodSpec; end: number } | null = null;
  for (const { pattern, toSpec } of phrases) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    if (match === null) continue;
    const end = at + match[0].length;
    if (!isEdge(end) || (best !== null && best.end >= end)) continue;
    const spec = toSpec(match.groups ?? {});
    if (spec !== null) best = { spec, end };
  }
  return best;
}

const toNumber = (text: string | undefined): number => numbers.get(text ?? "") ?? Number(text);
