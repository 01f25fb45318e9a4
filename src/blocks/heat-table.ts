import { aside } from "../i18n/aside.ts";
import { dateFormat } from "../i18n/formats.ts";
import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { formatNumber } from "../quantities/format-number.ts";
import type { Answer, HeatHour } from "../reports/answer.ts";
import { peaksOf, perHour } from "../reports/heat.ts";
import { kpiTitle } from "./answer-texts.ts";
import type { SentBlock } from "./block.ts";
import { dataTable, section, type Cell } from "./factories.ts";

export interface HeatTexts {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly peaks: string;
}

const shades = ["░", "▒", "▓", "█"];
const mostPeaks = 3;

/** The hours of the week as a table, each shaded by its part of the busiest; null where nothing was counted. */
export function heatTexts({ heat = [], kpi }: Answer, locale: Locale): HeatTexts | null {
  const peaks = peaksOf(heat, mostPeaks);
  const [busiest] = peaks;
  if (busiest === undefined) return null;
  const used = heat.filter(({ count }) => count > 0).map(({ hour }) => hour);
  const hours = Array.from(
    { length: Math.max(...used) - Math.min(...used) + 1 },
    (_, index) => Math.min(...used) + index,
  );
  const number = (each: HeatHour): string =>
    formatNumber(perHour(each), locale, { least: 0, most: 1 });
  const cell = (each: HeatHour | undefined): Cell => {
    if (each === undefined || each.hours === 0) return "–";
    const shade = shades[Math.ceil((perHour(each) / perHour(busiest)) * shades.length) - 1] ?? "·";
    return { value: perHour(each), text: `${shade} ${number(each)}` };
  };
  return {
    caption: say(locale, (t) => t.answers.heat.caption, { kpi: kpiTitle(kpi, locale) }),
    columns: [
      say(locale, (t) => t.answers.heat.hour),
      ...weekdays.map((weekday) => weekdayName(weekday, locale)),
    ],
    rows: hours.map((hour) => [
      clock(hour),
      ...weekdays.map((weekday) =>
        cell(heat.find((each) => each.hour === hour && each.weekday === weekday)),
      ),
    ]),
    peaks: say(locale, (t) => t.answers.heat.peaks, {
      peaks: listed(
        peaks.map((each) =>
          aside(
            `${weekdayName(each.weekday, locale)} ${clock(each.hour)}–${clock(each.hour + 1)}`,
            number(each),
            locale,
          ),
        ),
        locale,
      ),
    }),
  };
}

/** The table with its peaks; at most 24 rows of short numbers. */
export function heatBlocks(answer: Answer, locale: Locale): readonly SentBlock[] {
  const texts = heatTexts(answer, locale);
  return texts === null ? [] : [dataTable({ ...texts, pageSize: 24 }), section(texts.peaks)];
}

/** From Monday, as in every ISO week. */
const weekdays = [1, 2, 3, 4, 5, 6, 7];

const clock = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

const weekdayName = (weekday: number, locale: Locale): string =>
  // The first of January 2024 was a Monday.
  dateFormat(locale, { weekday: "short", timeZone: "UTC" }).format(Date.UTC(2024, 0, weekday));
