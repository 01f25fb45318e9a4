import type { Goal } from "../goals/goal.ts";
import { byPressure } from "../goals/pressure.ts";
import type { Digest } from "../src/documents/shape.ts";
import { goalCards } from "../src/digests/goal-cards.ts";
import { standingsOf, type GoalStanding } from "../src/digests/goal-standing.ts";
import { say } from "../src/i18n/say.ts";
import { may } from "../src/people/may.ts";
import type { Asker, Choice, GoalsReply, Page, SeenReply } from "./command.ts";
import type { Desk } from "./desk.ts";
import { deskFor } from "./desk-for.ts";
import { placesOf } from "../src/digests/places.ts";
import { scheduleText } from "../src/digests/schedule-text.ts";
import { isFree, listButtons, mayCheckIn } from "./goal-people.ts";
import { homeDirect } from "./home-direct.ts";
import { needsPage } from "./home-needs.ts";
import { scorecard } from "./home-scorecard.ts";
import { languageName } from "./language-name.ts";
import { languageChoices } from "./language.ts";
import { page } from "./page.ts";

const mostGoals = 10;
/** The last ones of every digest are among these. */
const lookedAtDeliveries = 500;
/** Each has three buttons, and a row holds twenty-five. */
const mostDigests = 5;

/** What a person's home shows, top to bottom. */
export async function home(asker: Asker, whole: Desk): Promise<readonly SeenReply[]> {
  const desk = deskFor(asker, whole);
  const goals = await desk.goals.list();
  const [standings, digests, deliveries, figures] = await Promise.all([
    myStandings(goals, asker, desk),
    desk.digests.list(),
    desk.digests.deliveries(null, lookedAtDeliveries),
    scorecard(asker, desk),
  ]);
  const free = goals.filter((goal) => isFree(goal) && mayCheckIn(asker, goal));
  const hasCharge =
    standings.length + free.length > 0 || digests.some(({ createdBy }) => createdBy === asker.id);
  return [
    welcome(asker),
    ...(hasCharge ? [needsPage({ standings, free, digests, deliveries }, asker, desk)] : []),
    ...(await myGoals(standings, asker, desk)),
    ...figures,
    ...digestPage(digests, asker),
    ...(await homeDirect(asker, desk)),
    languagePage(asker),
  ];
}

/** What can be shown before anything is measured. */
export const homeAtOnce = (asker: Asker): readonly Page[] => [
  welcome(asker),
  page([say(asker.locale, (t) => t.home.measuring)]),
  languagePage(asker),
];

const languagePage = ({ locale }: Asker): Page =>
  page([], {
    hint: say(locale, (t) => t.goals.home.language, { language: languageName(locale) }),
    choices: languageChoices(locale),
  });

const welcome = ({ locale, role }: Asker): Page =>
  page([say(locale, (t) => t.goals.home.hello)], {
    title: say(locale, (t) => t.goals.home.title),
    choices: [
      { label: say(locale, (t) => t.goals.home.askKpi), words: "kpi" },
      ...(may(role, "set_goal") ? [{ label: say(locale, (t) => t.goals.set), words: "goal" }] : []),
      ...(may(role, "set_digest")
        ? [{ label: say(locale, (t) => t.digests.setUp), words: "digest" }]
        : []),
      { label: say(locale, (t) => t.goals.list), words: "goal list" },
    ],
  });

/** Goals they own, and those at whose checkpoints they are asked; the most pressing first. */
async function myStandings(
  goals: readonly Goal[],
  { id }: Asker,
  desk: Desk,
): Promise<readonly GoalStanding[]> {
  const mine = goals.filter(
    ({ owner, checkpointOwners }) => owner === id || checkpointOwners.includes(id),
  );
  return (await standingsOf(mine, desk)).toSorted(byPressure);
}

async function myGoals(
  standings: readonly GoalStanding[],
  asker: Asker,
  desk: Desk,
): Promise<readonly GoalsReply[]> {
  if (standings.length === 0) return [];
  const { locale } = asker;
  const shown = standings.slice(0, mostGoals).map(({ goal }) => goal);
  return [
    {
      kind: "goals",
      title: say(locale, (t) => t.goals.mine),
      cards: await goalCards(shown, desk, asker),
      left: standings.length - shown.length,
      buttons: Object.fromEntries(shown.map((each) => [each.id, listButtons(each, asker)])),
      choices: [],
    },
  ];
}

/** Those they may read, their own first, each with what can be done with it. */
function digestPage(digests: readonly Digest[], asker: Asker): readonly Page[] {
  const { id, locale } = asker;
  if (digests.length === 0) return [];
  const isMine = ({ createdBy }: Digest): number => (createdBy === id ? 0 : 1);
  const shown = digests.toSorted((a, b) => isMine(a) - isMine(b)).slice(0, mostDigests);
  const left = digests.length - shown.length;
  return [
    page([], {
      title: say(locale, (t) => t.goals.home.digestsTitle),
      table: {
        columns: [
          say(locale, (t) => t.digests.listColumns.id),
          say(locale, (t) => t.digests.listColumns.channel),
          say(locale, (t) => t.digests.listColumns.when),
          say(locale, (t) => t.digests.listColumns.state),
        ],
        rows: shown.flatMap((each) =>
          placesOf(each).map(({ channel }) => [
            each.id,
            { channel },
            scheduleText(each, locale),
            say(locale, (t) => (each.paused ? t.digests.isPaused : t.digests.active)),
          ]),
        ),
      },
      choices: [
        ...shown.flatMap((each) => digestButtons(each, asker)),
        {
          label:
            left === 0
              ? say(locale, (t) => t.digestMore.all)
              : say(locale, (t) => t.home.moreDigests, { count: left }),
          words: "digest list",
        },
      ],
    }),
  ];
}

function digestButtons(
  { id, paused, createdBy }: Digest,
  { id: person, role, locale }: Asker,
): readonly Choice[] {
  const step = paused ? "resume" : "pause";
  return [
    { label: say(locale, (t) => t.home.preview, { id }), words: `digest preview ${id}` },
    ...(may(role, "set_digest", createdBy === person)
      ? [{ label: say(locale, (t) => t.home[step], { id }), words: `digest ${step} ${id}` }]
      : []),
    { label: say(locale, (t) => t.home.status, { id }), words: `digest status ${id}` },
  ];
}
