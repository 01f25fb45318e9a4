import type { Cell } from "./csv-text.ts";
import type { DeskLife } from "./life.ts";
import type { WallSeconds } from "./wall-clock.ts";

interface LifeTable {
  readonly folder: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export const lifeFolders = [
  "shifts",
  "coaching",
  "onboardings",
  "mentions",
  "notices",
  "sessions",
  "milestones",
] as const;

/** A day of the tools around the help desk, as they would export it: times in UTC. */
export function lifeTables(
  { life }: { readonly life: DeskLife },
  instant: (at: WallSeconds | null) => string,
): readonly LifeTable[] {
  const tables: Readonly<Record<(typeof lifeFolders)[number], Omit<LifeTable, "folder">>> = {
    shifts: {
      header: [
        "id",
        "agent",
        "team",
        "begins_at",
        "ends_at",
        "scheduled_seconds",
        "logged_in_seconds",
        "waiting_seconds",
        "as_planned_seconds",
      ],
      rows: life.shifts.map((each) => [
        each.id,
        each.agent,
        each.team,
        instant(each.from),
        instant(each.to),
        each.scheduledSeconds,
        each.loggedSeconds,
        each.waitingSeconds,
        each.adherentSeconds,
      ]),
    },
    coaching: {
      header: ["id", "agent", "team", "held_at"],
      rows: life.coaching.map(({ id, agent, team, at }) => [id, agent, team, instant(at)]),
    },
    onboardings: {
      header: ["id", "customer", "segment", "signed_at", "first_value_at"],
      rows: life.onboardings.map(({ id, customer, signedAt, firstValueAt }) => [
        id,
        customer.id,
        customer.segment,
        instant(signedAt),
        instant(firstValueAt),
      ]),
    },
    mentions: {
      header: ["id", "network", "posted_at", "answered_at"],
      rows: life.mentions.map(({ id, network, at, answeredAt }) => [
        id,
        network,
        instant(at),
        instant(answeredAt),
      ]),
    },
    notices: {
      header: ["id", "customer", "about", "sent_at", "answered_at"],
      rows: life.notices.map(({ id, customer, about, sentAt, answeredAt }) => [
        id,
        customer.id,
        about,
        instant(sentAt),
        instant(answeredAt),
      ]),
    },
    sessions: {
      header: ["id", "visited_at", "customer", "language"],
      rows: life.sessions.map(({ id, at, customer, language }) => [
        id,
        instant(at),
        customer?.id ?? "",
        language,
      ]),
    },
    milestones: {
      header: ["id", "plan", "what", "planned_at", "done_at"],
      rows: life.milestones.map(({ id, plan, what, plannedAt, doneAt }) => [
        id,
        plan,
        what,
        instant(plannedAt),
        instant(doneAt),
      ]),
    },
  };
  return lifeFolders
    .map((folder) => ({ folder, ...tables[folder] }))
    .filter(({ rows }) => rows.length > 0);
}
