/** A rule of date-holidays to leave out, and the rules that stand for it or are missing. */
export interface HolidayCorrection {
  readonly without: readonly string[];
  readonly with: readonly string[];
}

/** A day that falls on a weekend is made up for on the nearest working day. */
const madeUp = "and if Saturday then previous Friday if Sunday then next Monday";

/**
 * What the library has wrong, by country, in its own grammar. Seollal begins on the eve of the new
 * year, not on its day. Taiwan makes up for Saturdays too; its law of May 2025 added holidays; and
 * where Children's Day and Tomb Sweeping Day meet, one more day is off.
 */
export const holidayCorrections: Readonly<Record<string, HolidayCorrection>> = {
  KR: { without: ["korean 01-0-01 P3D"], with: ["korean 01-0-00 P3D"] },
  TW: {
    without: [],
    with: [
      `02-28 ${madeUp}`,
      `04-04 ${madeUp}`,
      `chinese 5-01 solarterm ${madeUp}`,
      `chinese 05-0-05 ${madeUp}`,
      `chinese 08-0-15 ${madeUp}`,
      `10-10 ${madeUp}`,
      `09-28 ${madeUp} since 2025`,
      `10-25 ${madeUp} since 2025`,
      `12-25 ${madeUp} since 2025`,
      `05-01 ${madeUp} since 2026`,
      "2 days before chinese 01-0-01 since 2026",
      "2024-04-05",
      "2025-04-03",
      "2027-04-06",
    ],
  },
};
