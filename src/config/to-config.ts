import { dirname } from "node:path";
import { schedulesOf } from "../calendar/schedules.ts";
import type { Config } from "./config.ts";
import type { RawConfig } from "./config-schema.ts";
import { valueAt } from "./schema-places.ts";
import { toPolicies } from "./to-policies.ts";
import { settingsOf } from "./settings-of.ts";
import { months } from "./workspace-schema.ts";

/** From the words of the file to the words of the program. `written` is the file with its secrets. */
export function toConfig(raw: RawConfig, written: unknown, path: string): Config {
  const { workspace, calendar } = raw;
  return {
    path,
    folder: dirname(path),
    workspace: {
      zone: workspace.timezone,
      weekStarts: workspace.week_starts,
      fiscalYearStarts: months.indexOf(workspace.fiscal_year_starts) + 1,
      locale: workspace.locale,
      currency: workspace.currency,
    },
    calendar: calendar ?? null,
    people: raw.people ?? { admins: [], leads: [], agents: {} },
    teams: Object.fromEntries(
      Object.entries(raw.teams ?? {}).map(([name, team]) => [
        name,
        { calendar: team.calendar ?? null, channel: team.channel ?? null, members: team.members },
      ]),
    ),
    sla: toPolicies(raw.sla, schedulesOf(calendar ?? null), workspace.timezone),
    privacy: privacyOf(raw.privacy),
    kpis: mapped(raw.kpis, given),
    targets: given(raw.targets ?? {}),
    benchmarks: given(raw.benchmarks ?? {}),
    sources: raw.sources.map((source, index) => ({
      name: source.name,
      type: source.type,
      settings: settingsOf(valueAt(written, ["sources", index])),
      schedule: source.schedule ?? null,
      staleAfterSeconds: source.stale_after ?? null,
      zone: source.timezone ?? workspace.timezone,
      records: source.records,
      exclude: source.exclude ?? [],
    })),
  };
}

type Given<T> = Readonly<Record<string, T>>;

function given<T>(entries: Given<T | undefined>): Given<T> {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

const mapped = <T, U>(entries: Given<T | undefined> | undefined, change: (each: T) => U) =>
  Object.fromEntries(
    Object.entries(given(entries ?? {})).map(([key, value]) => [key, change(value)]),
  );

const privacyOf = (raw: RawConfig["privacy"]): Config["privacy"] => ({
  keepRecordsSeconds: raw?.keep_records ?? null,
  agentFiguresIn: raw?.agent_figures_in ?? [],
  sharedChannels: raw?.shared_channels ?? [],
  agentsOptedOut: raw?.agents_opted_out ?? [],
});
