import { accountsAt, costsBetween, purchasesOf } from "./business.ts";
import { csvLine } from "./csv-text.ts";
import type { Cell } from "./csv-text.ts";
import { createCustomers } from "./desk.ts";
import type { DeskFiles } from "./desk-files.ts";
import { loadOn } from "./load.ts";
import { daysOfDesk } from "./sample-desk.ts";
import { createInstantWriter, dayOf, toLocalDay } from "./wall-clock.ts";
import type { WallSeconds } from "./wall-clock.ts";
import { createDaysOff } from "./working-hours.ts";

/** What the rest of the company exports: who the customers are, what they pay and buy, what support costs. */
export function businessFiles(until: WallSeconds, zone: string): DeskFiles {
  const write = createInstantWriter(zone);
  const instant = (at: WallSeconds | null): string => (at === null ? "" : write(at));
  const accounts = accountsAt(until);
  const start = dayOf(until) - daysOfDesk;
  return new Map([
    [
      "billing/customers.csv",
      table(
        ["id", "segment", "language", "since", "until", "reason", "thanked", "monthly fee"],
        accounts.map(({ customer, startedAt, endedAt, reason, thankedAt, fee }) => [
          customer.id,
          customer.segment,
          customer.language,
          instant(startedAt),
          instant(endedAt),
          reason,
          instant(thankedAt),
          fee,
        ]),
      ),
    ],
    [
      "billing/revenue.csv",
      table(
        ["id", "at", "customer", "segment", "change", "amount"],
        accounts.flatMap(({ customer, movements }) =>
          movements.map(({ at, kind, amount }, index) => [
            `${customer.id}-${index + 1}`,
            instant(at),
            customer.id,
            customer.segment,
            kind,
            amount,
          ]),
        ),
      ),
    ],
    [
      "billing/costs.csv",
      table(
        ["id", "month", "what", "channel", "amount"],
        costsBetween(start, until).map(({ month, kind, channel, amount }) => [
          `${month} ${kind} ${channel}`.trim(),
          month,
          kind,
          channel,
          amount,
        ]),
      ),
    ],
    ...shopFiles(start, until, instant),
  ]);
}

/** A file a month. */
function shopFiles(
  start: number,
  until: WallSeconds,
  instant: (at: WallSeconds) => string,
): DeskFiles {
  const isOff = createDaysOff();
  const someCustomer = createCustomers();
  const months = new Map<string, (readonly Cell[])[]>();
  for (let number = start; number <= dayOf(until); number += 1) {
    const month = toLocalDay(number).slice(0, 7);
    const rows = months.get(month) ?? [];
    months.set(month, rows);
    for (const each of purchasesOf({ number, load: loadOn(number, isOff), someCustomer })) {
      if (each.at > until) continue;
      const { id, segment, language } = each.customer;
      rows.push([each.id, instant(each.at), id, segment, language, each.amount]);
    }
  }
  const header = ["order", "at", "customer", "segment", "language", "total"];
  return new Map([...months].map(([month, rows]) => [`shop/${month}.csv`, table(header, rows)]));
}

const table = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [header, ...rows].map((row) => csvLine(row, ",")).join("");
