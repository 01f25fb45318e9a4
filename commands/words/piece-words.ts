import type { PieceUnit } from "../../src/periods/pieces-of.ts";

/**
 * What a period is cut into, with "by" and, where the "by" may stand further off, without. Korean
 * and Chinese join the two: a bare 일, 월 or 月 is part of too many dates.
 */
export const pieceWords: Readonly<
  Record<PieceUnit, { readonly names: string; readonly by: string }>
> = {
  day: {
    names: "day | days | date | день | дню | дням | дней | 日期",
    by: "by day | by days | by date | per day | each day | every day | day by day | daily | 일별 | 일자별 | 날짜별 | 매일 | 하루하루 | по дням | по дню | каждый день | ежедневно | подневно | 按日 | 按天 | 按日期 | 依日 | 依天 | 依日期 | 每日 | 每天 | 逐日",
  },
  week: {
    names: "week | weeks | неделя | неделе | неделям | недель",
    by: "by week | by weeks | per week | each week | every week | week by week | weekly | 주별 | 주간별 | 주차별 | 매주 | по неделям | по неделе | каждую неделю | еженедельно | понедельно | 按週 | 按周 | 按星期 | 依週 | 依周 | 依星期 | 每週 | 每周 | 逐週 | 逐周",
  },
  month: {
    names: "month | months | месяц | месяцу | месяцам | месяцев | 月份",
    by: "by month | by months | per month | each month | every month | month by month | monthly | 월별 | 월간별 | 매월 | 매달 | по месяцам | по месяцу | каждый месяц | ежемесячно | помесячно | 按月 | 按月份 | 依月 | 依月份 | 每月 | 逐月",
  },
};
