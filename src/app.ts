import { randomUUID } from "node:crypto";
import { realpath } from "node:fs/promises";
import type { Desk } from "../commands/desk.ts";
import { commands } from "../commands/index.ts";
import { askSlack } from "./app/ask-slack.ts";
import { dropOldRecords } from "./app/drop-old-records.ts";
import { freshnessRule } from "./app/freshness-rule.ts";
import { createForgetting } from "./app/forget-person.ts";
import { keepersInstead } from "./app/keepers-instead.ts";
import { createKeptFrom } from "./app/kept-from.ts";
import { openStores, type Stores } from "./app/open-stores.ts";
import { profilesOf } from "./app/profiles-of.ts";
import { pullRequestOf } from "./app/pull-request.ts";
import { silentSources } from "./app/silent-sources.ts";
import { tellingPoster } from "./app/telling-poster.ts";
import { terminalAsker } from "./app/terminal-asker.ts";
import { workTimeOf } from "./app/work-time.ts";
import { type Clock, stoppedAt } from "./clock.ts";
import type { Config } from "./config/config.ts";
import { AppError } from "./errors.ts";
import type { ComposePorts } from "./digests/compose.ts";
import { composeDelivery, deliveryAwaits } from "./digests/compose-delivery.ts";
import { createDigests } from "./digests/create-digests.ts";
import { createPastOdds } from "./digests/past-odds.ts";
import { composeReminder, isNeedless } from "./digests/reminders/compose-reminder.ts";
import { createDigestBook } from "./documents/digest-book.ts";
import { ownFolder } from "./documents/own-folder.ts";
import { createGoalBook } from "./documents/goal-book.ts";
import { importGoals } from "./documents/import-goals.ts";
import { createNoteBook } from "./documents/note-book.ts";
import { createPeopleBook } from "./documents/people-book.ts";
import { writeBackup } from "./documents/write-backup.ts";
import type { Profile } from "./people/profile.ts";
import type { Documents } from "./documents/store.ts";
import { recordedVia } from "./documents/recorded-via.ts";
import { createReports } from "./reports/create-reports.ts";
import { freshnessOf } from "./reports/freshness.ts";
import { createLedger, type Ledger } from "./scheduler/ledger.ts";
import { systemTimer } from "./scheduler/timer.ts";
import { createWriteDue } from "./scheduler/write-due.ts";
import type { ClientSettings } from "./slack/clients.ts";
import type { Log } from "./slack/log.ts";
import type { TerminalApp } from "./terminal/app.ts";

export interface AppSettings {
  readonly config: Config;
  readonly dataFolder: string;
  /** A PostgreSQL for several processes; null: everything is kept in the data folder. */
  readonly databaseUrl: string | null;
  readonly clock: Clock;
  readonly log: Log;
  /** Null where no token is given: then nothing can be posted. */
  readonly slack: ClientSettings | null;
  readonly inProduction: boolean;
}

/** Stores, figures, goals and digests, handed to each other; the doors stand in front of it. */
export interface App extends TerminalApp, Pick<Stores, "records" | "seen" | "turns" | "quotas"> {
  readonly config: Config;
  readonly ledger: Ledger;
  /** What is known of somebody who is written to unasked. */
  readonly profileOf: (person: string) => Promise<Profile>;
  /** Admins and leads, the members of user groups among them. */
  readonly leads: () => Promise<readonly string[]>;
  /** Who looks after Goalpost: the admins; where none is named, the leads. */
  readonly keepers: () => Promise<readonly string[]>;
  /** What alerts are found by. */
  readonly watching: Pick<ComposePorts, "freshness" | "onFault">;
  readonly documents: Documents;
  /** The desk of Slack's door; the terminal has its own, by which its changes are recorded. */
  readonly desk: Desk;
  /** The same stores under another configuration. Nothing of it is in force yet. */
  readonly under: (config: Config) => Promise<App>;
  /** Lets the records be counted by this configuration. */
  readonly recount: () => Promise<void>;
  /** Drops the records that are older than the configuration lets them be kept. */
  readonly dropOldRecords: () => Promise<void>;
}

/** Opens the stores and builds the app over them; throws what opening them throws. */
export async function openApp(settings: AppSettings): Promise<App> {
  const { config, log } = settings;
  await ownFolder(settings.dataFolder);
  const dataFolder = await realpath(settings.dataFolder);
  const folder = await realpath(config.folder);
  const { periods, workingTime } = workTimeOf(config);
  const stores = await openStores({
    dataFolder,
    databaseUrl: settings.databaseUrl,
    zone: periods.zone,
    roots: [folder],
    clock: settings.clock,
    workingTime,
    warn: (message) => log.warn({}, message),
  });
  await stores.records.forgetSources(config.sources.map(({ name }) => name));
  return await buildApp(settings, stores, { dataFolder, folder });
}

/** The real paths of what the stores were opened with. */
interface Folders {
  readonly dataFolder: string;
  readonly folder: string;
}

/** Hands the parts to each other. */
async function buildApp(settings: AppSettings, stores: Stores, folders: Folders): Promise<App> {
  const { config, clock, log } = settings;
  const { workspace, sources } = config;
  const { dataFolder, folder } = folders;
  const { periods, periodsOf, calendarIn, workingTime } = workTimeOf(config);
  const { zone } = periods;
  const { records, documents, forgotten, seen, turns, quotas } = stores;

  const freshness = freshnessRule(sources, zone);
  const keptFrom = createKeptFrom(config);

  const composePortsAt = (at: Clock, hideLater: boolean, kept = documents): ComposePorts => ({
    reports: createReports({
      records,
      periods,
      periodsOf,
      workingTime,
      clock: at,
      hideLater,
      settings: {
        options: config.kpis,
        targets: config.targets,
        benchmarks: config.benchmarks,
        sla: config.sla,
        currency: config.workspace.currency,
        silent: silentSources(sources),
      },
      keptFrom,
      optedOut: config.privacy.agentsOptedOut,
      freshness,
    }),
    goals: createGoalBook(kept, clock),
    clock: at,
    periods,
    workdaysIn: calendarIn,
    kindsHeld: records.kindsHeld,
    freshness: async () =>
      (await records.sourceStates()).map((state) => freshnessOf(state, freshness, at.now())),
    onFault: (kpi, error) => log.error({ kpi, error }, "a figure of a digest failed"),
  });

  const pastOddsOf = (ports: ComposePorts) =>
    createPastOdds({ ...ports, log: stores.odds, isLookingBack: ports.clock !== clock });
  const running = composePortsAt(clock, false);
  const profileOf = await profilesOf(settings, createPeopleBook(documents).localeOf);
  const { membersOf, mayRead, checkSlack, checkNamed, ...asked } = await askSlack({
    ...settings,
    quotas,
  });
  const people = async (ids: readonly string[]): Promise<readonly string[]> => [
    ...new Set((await Promise.all(ids.map(membersOf))).flat()),
  ];
  const { admins, leads } = config.people;
  const keepers = () => people(admins.length > 0 ? admins : leads);
  const poster = keepersInstead(asked.poster, { profileOf, keepers, log });
  const ledger = createLedger({
    documents,
    quotas,
    clock,
    poster: tellingPoster(poster, pastOddsOf(running), log),
    compose: (delivery) =>
      delivery.kind === "scheduled"
        ? composeDelivery(delivery, documents, running)
        : composeReminder(delivery, running),
    awaits: (delivery) => deliveryAwaits(delivery, documents, running),
    isNeedless: (delivery) => isNeedless(delivery, running),
    workdaysIn: calendarIn,
    log,
    holder: randomUUID(),
    timer: systemTimer,
    random: Math.random,
  });
  const deskWith = (ports: ComposePorts, kept = documents): Desk => ({
    ...ports,
    pastOdds: pastOddsOf(ports),
    notes: createNoteBook(kept, clock),
    digests: createDigests({
      ...ports,
      documents: kept,
      book: createDigestBook(kept, createWriteDue(calendarIn)),
      ask: ledger.ask,
    }),
    people: createPeopleBook(kept),
    teamChannels: new Map(
      Object.entries(config.teams).map(([team, { channel }]) => [team, channel]),
    ),
    agents: { ids: config.people.agents, optedOut: config.privacy.agentsOptedOut },
    teamOf: (person) =>
      Object.entries(config.teams).find(([, { members }]) => members.includes(person))?.[0] ?? null,
    mayRead,
  });
  const typed = recordedVia(documents, "terminal");

  return {
    config,
    records,
    ledger,
    seen,
    turns,
    quotas,
    profileOf,
    leads: () => people([...admins, ...leads]),
    keepers,
    desk: deskWith(running),
    watching: running,
    documents,
    under: async (other) => {
      // The engine reads files below the folder it was opened with, and nothing can change that.
      if ((await realpath(other.folder)) !== folder) throw folderMoved(other.folder);
      return await buildApp({ ...settings, config: other }, stores, folders);
    },
    recount: () => records.recount({ zone, workingTime }),
    dropOldRecords: async () => {
      const from = keptFrom(clock.now());
      if (from !== null) await dropOldRecords({ records, documents, log, zone }, from);
    },
    commands,
    clock,
    zone,
    locale: workspace.locale,
    deskAt: (instant) => {
      const at = instant === null ? clock : stoppedAt(instant);
      return deskWith(composePortsAt(at, instant !== null, typed), typed);
    },
    history: documents.history,
    importGoals: (goals, who) => importGoals(documents, clock, goals, { who, via: "terminal" }),
    forgetting: createForgetting({ config, records, documents, forgotten, dataFolder }),
    backup: settings.databaseUrl === null ? (to) => writeBackup(dataFolder, to, clock.now()) : null,
    askerOf: (id, locale) => terminalAsker(config, id, locale),
    sources,
    pull: async (name, watch) => {
      const source = sources.find((each) => each.name === name);
      if (source === undefined) throw new RangeError(`no source ${name}`);
      const request = pullRequestOf(source, { folder, dataFolder }, config);
      const bounds = { keptFrom: keptFrom(clock.now()), forgotten: forgotten.read };
      return await records.pullSource({ ...request, ...bounds }, watch);
    },
    sourceStates: records.sourceStates,
    badRows: records.badRows,
    namesLeads: config.people.admins.length + config.people.leads.length > 0,
    checkSlack,
    checkNamed,
    live: null,
    configPath: config.path,
    dataFolder,
    database: stores.database,
    close: stores.close,
  };
}

const folderMoved = (folder: string): AppError =>
  new AppError("config_invalid", `${folder} is another folder than at the start`, {
    hint: "Restart Goalpost, so that it reads the files that lie there.",
  });
