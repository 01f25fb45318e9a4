import type {
  AnyCall,
  AnyCost,
  AnyRecord,
  AnyRecords,
  AnyTicket,
} from "../../fixtures/any-record.ts";
import type { Season } from "../../fixtures/seasons.ts";
import type { Options, Shares } from "../../../src/kpis/options.ts";
import type { Window } from "../../../src/periods/period.ts";
import { daysOf, localDayOf } from "./days-of.ts";
import { isIn, nothing, pick, type PlainAsked, type PlainKpi, ratio, sum } from "./plain.ts";

const isHandled = (ticket: AnyTicket): boolean =>
  ticket.first_response_at !== null || ticket.solved_at !== null;
const isAnswered = ({ outcome }: AnyCall): boolean => outcome === "handled";

/** The tickets or calls of a window that costs are divided by. */
function contactsIn(
  { tickets, calls }: Pick<AnyRecords, "tickets" | "calls">,
  options: Options,
  window: Window,
): readonly AnyRecord[] {
  const isOfAll = pick(options, "denominator", { handled: false, issues: true });
  return pick<() => readonly AnyRecord[]>(options, "kind", {
    tickets: () =>
      tickets.filter((each) => isIn(each.created_at, window) && (isOfAll || isHandled(each))),
    calls: () =>
      calls.filter((each) => isIn(each.queued_at, window) && (isOfAll || isAnswered(each))),
  })();
}

const spellings = ["email", "Chat", "phone", "live chat"];

const spelled = (name: string): string =>
  spellings.find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;

/** Costs of all channels cut into those of each, before anybody looks at one channel. */
export function spreadCosts(records: AnyRecords, options: Options, window: Window): AnyRecords {
  const contacts = contactsIn(records, options, window);
  const channels = [...new Set(contacts.map(({ channel }) => channel))];
  const partsOf = pick<(cost: AnyCost) => readonly AnyCost[]>(options, "shared", {
    apart: (cost) => [cost],
    contacts: (cost) =>
      channels.map((channel) => {
        const own = contacts.filter((each) => each.channel === channel).length;
        return { ...cost, channel, amount: (cost.amount * own) / contacts.length };
      }),
    key: (cost) =>
      Object.entries(options["key"] as Shares).map(([channel, share]) => ({
        ...cost,
        channel: spelled(channel),
        amount: (cost.amount * share) / 100,
      })),
  });
  const costs = records.costs.flatMap((cost) => {
    const parts = cost.channel === null ? partsOf(cost) : [cost];
    return parts.length === 0 ? [cost] : parts;
  });
  return { ...records, costs };
}

/** What of a cost falls on the days of a window. */
function costIn(cost: AnyCost, { from, to }: Window, season: Season): number {
  const { first, last } = daysOf(cost);
  let days = 0;
  for (let day = first; day <= last; day += 1) {
    if (day >= localDayOf(from, season) && day < localDayOf(to, season)) days += 1;
  }
  return (cost.amount * days) / (last - first + 1);
}

const isTold = ({ all, options }: PlainAsked): boolean =>
  pick(options, "kind", {
    tickets:
      options["denominator"] === "issues" ? all.tickets.length > 0 : all.tickets.some(isHandled),
    calls: all.calls.length > 0,
  });

/** Where nobody wrote costs down, contacts did not cost nothing. */
export const costPerContact: PlainKpi = (asked) => {
  const { all, options, rows, season, window } = asked;
  const contacts = isTold(asked) ? contactsIn(rows, options, window).length : null;
  const cost =
    all.costs.length === 0 ? null : sum(rows.costs.map((each) => costIn(each, window, season)));
  if (cost === null && contacts === null) return nothing;
  const figure = ratio(1, cost, contacts);
  return cost === 0 ? { ...figure, value: null } : figure;
};
