import { clauses } from "../blocks/answer-texts.ts";
import { AppError } from "../errors.ts";
import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { sentences } from "../i18n/sentences.ts";
import { formatQuantity } from "../quantities/format-quantity.ts";
import type { PullOutcome, PullProgress } from "../records/store.ts";
import type { TerminalApp } from "./app.ts";
import { oneLine } from "./paint.ts";
import type { Options } from "./parse-arguments.ts";
import { exitCodes, type ExitCode, type Screen } from "./screen.ts";

interface Pulled {
  readonly source: string;
  readonly outcome: PullOutcome | null;
  readonly fault: { readonly reason: string; readonly hint: string | null } | null;
}

/** Reads sources once: all, or those named. Each gets its line; one that is refused fails the whole. */
export async function runPull(
  app: TerminalApp,
  names: readonly string[],
  options: Options,
  screen: Screen,
): Promise<ExitCode> {
  const locale = options.lang ?? app.locale;
  const known = app.sources.map(({ name }) => name);
  const stranger = names.find((name) => !known.includes(name));
  if (stranger !== undefined) {
    const text = say(locale, (t) => t.terminal.noSuchSource, { name: oneLine(stranger) });
    const hint =
      known.length === 0
        ? say(locale, (t) => t.terminal.noSourcesNext)
        : say(locale, (t) => t.terminal.sourcesAre, { names: listed(known, locale) });
    screen.stderr(`${sentences([text, hint], locale)}\n`);
    return exitCodes.refused;
  }
  if (known.length === 0) {
    const text = say(locale, (t) => t.terminal.noSources);
    const next = say(locale, (t) => t.terminal.noSourcesNext);
    screen.stderr(`${sentences([text, next], locale)}\n`);
    return exitCodes.refused;
  }
  const pulled: Pulled[] = [];
  for (const source of names.length === 0 ? known : names) {
    const each = await pullOne(app, source, locale, screen);
    pulled.push(each);
    if (!options.json) tell(each, locale, screen);
  }
  if (options.json) screen.stdout(`${JSON.stringify({ kind: "pull", sources: pulled })}\n`);
  return pulled.some(({ fault }) => fault !== null) ? exitCodes.refused : exitCodes.answered;
}

async function pullOne(
  app: TerminalApp,
  source: string,
  locale: Locale,
  screen: Screen,
): Promise<Pulled> {
  const clear = screen.watches ? "\r\u001B[2K" : "";
  try {
    const outcome = await app.pull(source, {
      progress: (progress) => {
        if (!screen.watches) return;
        screen.stderr(`${clear}${oneLine(progressText(source, progress, locale))}`);
      },
    });
    return { source, outcome, fault: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const fault = { reason: error.message, hint: error.hint ?? null };
    return { source, outcome: null, fault };
  } finally {
    if (screen.watches) screen.stderr(clear);
  }
}

function progressText(source: string, progress: PullProgress, locale: Locale): string {
  const { rows, share, isStoring } = progress;
  if (isStoring) return say(locale, (t) => t.terminal.storing, { source, rows });
  if (share === null) return say(locale, (t) => t.terminal.pulling, { source, rows });
  const percent = formatQuantity(Math.floor(share * 100), "percent", locale);
  return rows === 0
    ? say(locale, (t) => t.terminal.pullingShare, { source, share: percent })
    : say(locale, (t) => t.terminal.pullingNext, { source, rows, share: percent });
}

function tell({ source, outcome, fault }: Pulled, locale: Locale, screen: Screen): void {
  if (outcome !== null) screen.stdout(`${summary(source, outcome, locale)}\n`);
  if (fault === null) return;
  const text = say(locale, (t) => t.terminal.pullRefused, {
    source,
    reason: [fault.reason, fault.hint].filter((part) => part !== null).join(". "),
  });
  screen.stderr(`${oneLine(text)}\n`);
}

function summary(source: string, outcome: PullOutcome, locale: Locale): string {
  const { rows, changed, badRows, excluded } = outcome;
  const parts = [
    say(locale, (t) => t.terminal.pulled, { source, count: rows, changed }),
    badRows === 0 ? null : say(locale, (t) => t.terminal.setAside, { count: badRows }),
    excluded === 0 ? null : say(locale, (t) => t.terminal.excluded, { count: excluded }),
  ];
  return oneLine(
    clauses(
      parts.filter((part) => part !== null),
      locale,
    ),
  );
}
