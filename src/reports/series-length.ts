import type { Period } from "../periods/period.ts";

/** As many points as Slack's charts draw. */
const most = 20;

const usual = { day: 14, week: 12, month: 12, quarter: 8, year: 5, range: 8 } as const;

/** How many periods a chart shows; someone who asks for the trend sees more. */
export const seriesLength = (unit: Period["unit"], trend: boolean): number =>
  trend ? most : usual[unit];
