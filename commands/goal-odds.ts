import { fewestSettled, tenthsOf, type TenthOfOdds } from "../goals/told-odds.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import { formatQuantity } from "../src/quantities/format-quantity.ts";
import type { Asker, Page } from "./command.ts";
import type { Desk } from "./desk.ts";
import { page } from "./page.ts";

/** How the odds that people were told came true, by tenths: said beside reached, and of how many. */
export async function oddsPage({ locale }: Asker, { pastOdds }: Desk): Promise<Page> {
  const settled = await pastOdds.settled();
  const title = say(locale, (t) => t.goalLife.pastOdds.title);
  const choices = [{ label: say(locale, (t) => t.goals.list), words: "goal list" }];
  const count = settled.length;
  if (count < fewestSettled) {
    const lines = [
      say(locale, (t) => t.goalLife.pastOdds.tooFew, { count, fewest: fewestSettled }),
      say(locale, (t) => t.goalLife.pastOdds.what),
    ];
    return page(lines, { title, choices });
  }
  const goals = new Set(settled.map(({ goal }) => goal)).size;
  return page(
    [
      say(locale, (t) => t.goalLife.pastOdds.count, { count }),
      say(locale, (t) => t.goalLife.pastOdds.goals, { count: goals }),
      say(locale, (t) => t.goalLife.pastOdds.what),
    ],
    {
      title,
      table: {
        columns: [
          say(locale, (t) => t.goalLife.pastOdds.tenth),
          say(locale, (t) => t.goalLife.pastOdds.said),
          say(locale, (t) => t.goalLife.pastOdds.reached),
          say(locale, (t) => t.goalLife.pastOdds.told),
        ],
        rows: tenthsOf(settled)
          .filter((tenth) => tenth.count > 0)
          .map((tenth) => rowOf(tenth, locale)),
      },
      choices,
    },
  );
}

function rowOf({ from, count, said, reached }: TenthOfOdds, locale: Locale): readonly string[] {
  const percent = (value: number | null): string =>
    value === null
      ? say(locale, (t) => t.goalLife.pastOdds.notEnough)
      : formatQuantity(Math.round(value), "percent", locale);
  return [
    `${from}–${formatQuantity(from + 10, "percent", locale)}`,
    percent(said),
    percent(reached),
    formatQuantity(count, "count", locale),
  ];
}
