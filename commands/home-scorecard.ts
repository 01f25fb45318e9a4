import { asOfText } from "../src/digests/goal-cards.ts";
import { whereWords } from "../src/digests/where-words.ts";
import { lastWeek, measure } from "../src/digests/measure.ts";
import { say } from "../src/i18n/say.ts";
import { sentences } from "../src/i18n/sentences.ts";
import type { KpiId } from "../src/kpis/index.ts";
import type { Filters } from "../src/kpis/where.ts";
import type { AnswerReply, Asker, Page } from "./command.ts";
import type { Desk } from "./desk.ts";
import { page } from "./page.ts";

/** Asked in this order until enough of them have data. */
const glance: readonly KpiId[] = ["fcr", "csat", "first_response_time", "service_level", "asa"];
const mostAnswers = 3;

/** Last week of the person's own team; where nobody has said which that is, of the whole desk. */
export async function scorecard(
  { id, locale, zone }: Asker,
  { reports, teamOf }: Desk,
): Promise<readonly (Page | AnswerReply)[]> {
  const team = teamOf(id);
  const where: Filters = team === null ? {} : { team: { in: [team] } };
  const asked = { period: lastWeek, where, options: {}, versus: null, trend: false };
  const found = await reports.briefly(glance.map((kpi) => ({ ...asked, kpi })));
  const telling = glance.flatMap((kpi, index) => {
    const brief = found[index] ?? null;
    return brief === null || brief.value === null ? [] : [{ kpi, where, options: brief.options }];
  });
  const answers = telling
    .slice(0, mostAnswers)
    .map(async (each): Promise<readonly AnswerReply[]> => {
      const answer = await measure(reports, each, lastWeek, locale);
      const question = { ...asked, ...each, by: [], every: null };
      return answer === null ? [] : [{ kind: "answer", answer, question }];
    });
  const shown = (await Promise.all(answers)).flat();
  const heading = page([], {
    title:
      team === null
        ? say(locale, (t) => t.home.wholeDesk)
        : say(locale, (t) => t.home.myTeam, { team }),
    choices:
      shown.length === 0
        ? []
        : [
            {
              label: say(locale, (t) => t.people.export.button),
              words: `kpi export last-week ${whereWords(where)}`.trim(),
            },
          ],
    hint: sentences(
      [
        ...(team === null ? [say(locale, (t) => t.home.noTeam)] : []),
        asOfText(
          shown.flatMap(({ answer }) => answer.freshness),
          locale,
          zone,
        ),
      ],
      locale,
    ),
  });
  return shown.length === 0 && team === null ? [] : [heading, ...shown];
}
