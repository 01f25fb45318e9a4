import type { ToPerson } from "../src/digests/digest.ts";
import { sayShortInstant } from "../src/digests/say-when.ts";
import { aside } from "../src/i18n/aside.ts";
import { say } from "../src/i18n/say.ts";
import type { Asker, PageCell } from "./command.ts";
import type { Desk } from "./desk.ts";
import { fateText, isLate } from "./fate-text.ts";

export interface DirectRows {
  /** True of what went to channels as well. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly PageCell[])[];
  /** How many messages more there are, said; null where all are shown. */
  readonly left: string | null;
}

/**
 * What became of messages to the asker, and behind them for admins of those to others that failed:
 * the latest first, and those alike in one row. Null where there are none.
 */
export async function directRows(
  asker: Asker,
  desk: Desk,
  most: number,
): Promise<DirectRows | null> {
  const { locale, zone } = asker;
  const groups = new Map<string, ToPerson[]>();
  for (const each of await desk.digests.toPeople()) {
    const alike = [each.channel, each.kind, each.state, each.reason, isLate(each)].join(" ");
    groups.set(alike, [...(groups.get(alike) ?? []), each]);
  }
  if (groups.size === 0) return null;
  const isOwn = ([each]: readonly ToPerson[]): number => Number(each?.channel === asker.id);
  const all = [...groups.values()].toSorted((a, b) => isOwn(b) - isOwn(a));
  const count = all.slice(most).flat().length;
  return {
    columns: [
      say(locale, (t) => t.digestMore.direct.what),
      say(locale, (t) => t.digests.statusColumns.due),
      say(locale, (t) => t.digestMore.direct.to),
      say(locale, (t) => t.digests.statusColumns.state),
    ],
    rows: all.slice(0, most).flatMap((group) => {
      const [latest] = group;
      if (latest === undefined) return [];
      return [
        [
          whatText(group, asker),
          sayShortInstant(new Date(latest.dueAt), locale, zone),
          { person: latest.channel },
          fateText(latest, undefined, asker),
        ],
      ];
    }),
    left: count === 0 ? null : say(locale, (t) => t.digestMore.direct.left, { count }),
  };
}

/** `reminder (g1)`, or of several `reminder × 4`. */
function whatText(group: readonly ToPerson[], { locale }: Asker): string {
  const [kind] = group.map((each) => each.kind);
  const text = say(locale, (t) =>
    kind === "reminder" || kind === "alert" ? t.digestMore.direct[kind] : t.digestMore.byHand,
  );
  const goals = new Set(group.map(({ about }) => about));
  const [only = null] = goals;
  const named = goals.size > 1 || only === null ? text : aside(text, only, locale);
  return group.length === 1 ? named : `${named} × ${group.length}`;
}
