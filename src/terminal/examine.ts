import { readdir } from "node:fs/promises";
import { isSetAside } from "../documents/put-in-place.ts";
import { AppError } from "../errors.ts";
import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { formatDuration } from "../quantities/format-duration.ts";
import { oddText } from "../reports/odd-text.ts";
import { rowReasonText } from "../reports/row-reason-text.ts";
import type { BadRow, SourceState } from "../records/store.ts";
import type { SlackIdentity, TerminalApp, TerminalSource } from "./app.ts";
import { oneLine } from "./paint.ts";

/** One thing the doctor looked at. `fault`: it does not work; `warning`: it works, but look at it. */
export interface Finding {
  readonly level: "ok" | "warning" | "fault";
  readonly text: string;
  /** What stands behind it: the rows that were set aside. */
  readonly details: readonly string[];
  /** What to do next. */
  readonly next: string | null;
}

const shownRows = 10;

/** Looks at the configuration, every source and Slack. */
export async function examine(app: TerminalApp, locale: Locale): Promise<readonly Finding[]> {
  const states = new Map((await app.sourceStates()).map((state) => [state.source, state]));
  const findings: Finding[] = [
    ok(say(locale, (t) => t.terminal.doctorConfig, { path: app.configPath })),
    ok(say(locale, (t) => t.terminal.doctorData, { path: app.dataFolder })),
  ];
  if (app.database !== null) {
    findings.push(ok(say(locale, (t) => t.terminal.doctorDatabase, app.database)));
  }
  const aside = (await readdir(app.dataFolder)).filter(isSetAside);
  if (aside.length > 0) {
    findings.push(
      warning(
        say(locale, (t) => t.backup.setAside, { files: listed(aside, locale) }),
        say(locale, (t) => t.backup.setAsideNext),
      ),
    );
  }
  if (!app.namesLeads) {
    findings.push(
      warning(
        say(locale, (t) => t.terminal.doctorNoLeads),
        say(locale, (t) => t.terminal.doctorNoLeadsNext),
      ),
    );
  }
  if (app.sources.length === 0) {
    findings.push(
      warning(
        say(locale, (t) => t.terminal.noSources),
        say(locale, (t) => t.terminal.noSourcesNext),
      ),
    );
  }
  for (const source of app.sources) {
    findings.push(...(await examineSource(app, source, states.get(source.name), locale)));
  }
  findings.push(...(await examineSlack(app, locale)));
  return findings;
}

async function examineSource(
  app: TerminalApp,
  { name: source, staleAfterSeconds }: TerminalSource,
  state: SourceState | undefined,
  locale: Locale,
): Promise<readonly Finding[]> {
  const pullNext = say(locale, (t) => t.terminal.doctorPullNext, { source });
  const failure = state === undefined ? null : failureOf(state, app, locale);
  if (state?.succeededAt === undefined || state.succeededAt === null) {
    const never = warning(
      say(locale, (t) => t.terminal.doctorNeverPulled, { source }),
      pullNext,
    );
    return failure === null ? [never] : [failure];
  }
  const time = (at: Date): string => timeText(at, app.zone, locale);
  const asOf = state.asOf ?? state.succeededAt;
  const ageSeconds = (app.clock.now().getTime() - asOf.getTime()) / 1_000;
  const findings: Finding[] = failure === null ? [] : [failure];
  if (staleAfterSeconds !== null && ageSeconds > staleAfterSeconds) {
    const limit = formatDuration(staleAfterSeconds, locale);
    findings.push(
      warning(
        say(locale, (t) => t.terminal.doctorStale, { source, asOf: time(asOf), limit }),
        say(locale, (t) => t.terminal.doctorStaleNext, { source }),
      ),
    );
  }
  if (state.odd !== null) {
    const next = say(locale, (t) => t.terminal.doctorStaleNext, { source });
    findings.push(warning(oddText(source, state.odd, app.zone, locale), next));
  }
  if (findings.length === 0) {
    const values = { source, count: state.rows, time: time(state.succeededAt), asOf: time(asOf) };
    const text = say(locale, (t) => t.terminal.doctorPulled, values);
    // A header and nothing below it is no fault, but hardly what anybody meant to send.
    findings.push({ ...ok(text), level: state.rows === 0 ? "warning" : "ok" });
  }
  if (state.badRows > 0) findings.push(await badRowsOf(app, state, locale));
  return findings;
}

/** The last pull failed, and none after it came through. */
function failureOf(state: SourceState, app: TerminalApp, locale: Locale): Finding | null {
  const { source, failedAt, succeededAt, error, hint } = state;
  if (failedAt === null || error === null) return null;
  if (succeededAt !== null && succeededAt > failedAt) return null;
  const time = timeText(failedAt, app.zone, locale);
  const old = succeededAt === null ? [] : [say(locale, (t) => t.terminal.doctorOldData)];
  return {
    level: "fault",
    text: say(locale, (t) => t.terminal.doctorFailed, { source, time, reason: error }),
    details: old,
    next: hint ?? say(locale, (t) => t.terminal.doctorPullNext, { source }),
  };
}

async function badRowsOf(app: TerminalApp, state: SourceState, locale: Locale): Promise<Finding> {
  const { source, badRows: count } = state;
  const rows = await app.badRows(source, shownRows);
  const more = count - rows.length;
  return {
    level: "warning",
    text: say(locale, (t) => t.terminal.doctorBadRows, { source, count }),
    details: [
      ...rows.map((row) => badRowText(row, locale)),
      ...(more > 0 ? [say(locale, (t) => t.terminal.doctorMoreRows, { count: more })] : []),
    ],
    next: say(locale, (t) => t.terminal.doctorBadRowsNext),
  };
}

function badRowText({ file, record, field, reason, value }: BadRow, locale: Locale): string {
  const text = say(locale, (t) => t.terminal.badRow, {
    file,
    record,
    column: field === "" ? say(locale, (t) => t.terminal.wholeRow) : field,
    reason: rowReasonText(reason, locale),
  });
  return value === null || value === "" ? text : `${text} (${JSON.stringify(value)})`;
}

async function examineSlack(app: TerminalApp, locale: Locale): Promise<readonly Finding[]> {
  if (app.checkSlack === null) {
    return [
      {
        ...ok(say(locale, (t) => t.terminal.doctorNoSlack)),
        next: say(locale, (t) => t.terminal.doctorNoSlackNext),
      },
    ];
  }
  try {
    const identity = await app.checkSlack();
    return [slackFinding(identity, locale), ...groupsFinding(identity, locale)];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [
      {
        level: "fault",
        text: say(locale, (t) => t.terminal.doctorSlackFailed, { reason: error.message }),
        details: [],
        next: error.hint ?? say(locale, (t) => t.terminal.doctorSlackNext),
      },
    ];
  }
}

function slackFinding({ bot, workspace, missingScopes }: SlackIdentity, locale: Locale): Finding {
  if (missingScopes.length === 0) {
    return ok(say(locale, (t) => t.terminal.doctorSlack, { bot, workspace }));
  }
  const values = { bot, workspace, scopes: listed(missingScopes, locale) };
  return warning(
    say(locale, (t) => t.terminal.doctorScopes, values),
    say(locale, (t) => t.terminal.doctorScopesNext),
  );
}

const groupsFinding = ({ unknownGroups }: SlackIdentity, locale: Locale): readonly Finding[] =>
  unknownGroups.length === 0
    ? []
    : [
        warning(
          say(locale, (t) => t.terminal.doctorGroups, { groups: listed(unknownGroups, locale) }),
          say(locale, (t) => t.terminal.doctorGroupsNext),
        ),
      ];

const ok = (text: string): Finding => ({
  level: "ok",
  text: oneLine(text),
  details: [],
  next: null,
});

const warning = (text: string, next: string): Finding => ({
  level: "warning",
  text: oneLine(text),
  details: [],
  next,
});

const timeText = (at: Date, zone: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    dateStyle: "medium",
    timeStyle: "short",
    hourCycle: "h23",
    timeZone: zone,
  }).format(at);
