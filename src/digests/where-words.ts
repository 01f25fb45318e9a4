import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { segments } from "../kinds/kind.ts";
import type { Filters } from "../kpis/where.ts";

/** Filters as they may be typed: `channel:email,chat not team:"Night shift"`. */
export const whereWords = (where: Filters): string =>
  segmentsIn(where)
    .map(
      ({ segment, wanted, values }) =>
        `${wanted ? "" : "not "}${segment}:${values.map(quoted).join(",")}`,
    )
    .join(" ");

/** The values alone, for a title: `email, chat`. Left-out ones with a minus before them. */
export const whereTitle = (where: Filters, locale: Locale): string =>
  segmentsIn(where)
    .map(({ wanted, values }) =>
      listed(
        values.map((value) => (wanted ? value : `−${value}`)),
        locale,
      ),
    )
    .join(" · ");

const segmentsIn = (where: Filters) =>
  segments.flatMap((segment) => {
    const filter = where[segment];
    if (filter === undefined) return [];
    return "in" in filter
      ? { segment, wanted: true, values: filter.in }
      : { segment, wanted: false, values: filter.not_in };
  });

const quoted = (value: string): string =>
  /^[\p{L}\p{N}_-]+$/u.test(value) ? value : `"${value.replaceAll(/["\\]/gu, "\\$&")}"`;
