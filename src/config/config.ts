import type { CalendarSettings } from "../calendar/calendar-schema.ts";
import type { Locale } from "../i18n/locale.ts";
import type { SlaPolicy } from "../kpis/kpi.ts";
import type { OptionValue } from "../kpis/options.ts";
import type { Benchmark } from "../reports/benchmark.ts";
import type { SourceConfig } from "./source-config.ts";

/** `goalpost.yml`, checked and ready for use: durations in seconds, paths absolute, secrets resolved. */
export interface Config {
  /** The file it was read from, and the folder its paths count from. */
  readonly path: string;
  readonly folder: string;
  readonly workspace: Workspace;
  readonly calendar: CalendarSettings | null;
  readonly people: People;
  /** By the name records carry in their `team` column. */
  readonly teams: Readonly<Record<string, Team>>;
  readonly sla: readonly SlaPolicy[];
  readonly privacy: Privacy;
  /** By KPI id; what `goalpost.yml` leaves out is not here. */
  readonly kpis: Readonly<Record<string, Readonly<Record<string, OptionValue>>>>;
  /** By KPI id, in the KPI's unit: one figure, or one for each channel. */
  readonly targets: Readonly<Record<string, number | Readonly<Record<string, number>>>>;
  /** By KPI id. */
  readonly benchmarks: Readonly<Record<string, Benchmark>>;
  readonly sources: readonly SourceConfig[];
}

export interface Workspace {
  readonly zone: string;
  readonly weekStarts: "monday" | "sunday";
  /** 1 to 12. */
  readonly fiscalYearStarts: number;
  readonly locale: Locale;
  /** ISO 4217. */
  readonly currency: string;
}

/** Slack ids. Where neither admins nor leads are named, every full member is a lead. */
export interface People {
  readonly admins: readonly string[];
  /** Users and user groups. */
  readonly leads: readonly string[];
  /** The agent's name in the records → their Slack id. */
  readonly agents: Readonly<Record<string, string>>;
}

export interface Team {
  /** `null`: the workspace's. */
  readonly calendar: CalendarSettings | null;
  readonly channel: string | null;
  /** Slack ids of those who work in it. */
  readonly members: readonly string[];
}

export interface Privacy {
  /** `null`: for ever. */
  readonly keepRecordsSeconds: number | null;
  /** Channels, beside direct messages, that may see figures of single agents. */
  readonly agentFiguresIn: readonly string[];
  /** Channels with people of other organizations where figures may be shown. */
  readonly sharedChannels: readonly string[];
  /** Names in the records that stand beside no figure. */
  readonly agentsOptedOut: readonly string[];
}
