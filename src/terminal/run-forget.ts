import { listed } from "../i18n/listed.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { sentences } from "../i18n/sentences.ts";
import type { Erased, Person, Traces } from "../people/forgetting.ts";
import type { TerminalApp } from "./app.ts";
import { oneLine } from "./paint.ts";
import type { Options } from "./parse-arguments.ts";
import { refuse } from "./refuse.ts";
import { exitCodes, type ExitCode, type Screen } from "./screen.ts";

/** Erases a person: says what that would change, and does it with `--yes`. */
export async function runForget(
  app: TerminalApp,
  words: readonly string[],
  options: Options,
  screen: Screen,
): Promise<ExitCode> {
  const { id: who, locale, role } = await app.askerOf(options.as, options.lang);
  const text = words.join(" ").trim();
  if (role !== "admin") return refuse([say(locale, (t) => t.people.adminsOnly)], screen);
  if (text === "") {
    screen.stderr(`${say(locale, (t) => t.people.forget.whom)}\n`);
    return exitCodes.wrongUse;
  }
  const found = await app.forgetting.find(text);
  if ("near" in found) return refuse([unknown(text, found.near, locale)], screen);
  if (options.yes !== true) {
    const traces = await app.forgetting.tracesOf(found);
    return refuse(
      [
        oneLine(
          say(locale, (t) => t.people.forget.would, {
            person: named(found, locale),
            ...said(traces, locale),
          }),
        ),
        say(locale, (t) => t.people.forget.confirm),
      ],
      screen,
    );
  }
  const erased = await app.forgetting.erase(found, who);
  const report = options.json
    ? JSON.stringify({ kind: "forget", ...erased })
    : reportOf(erased, locale).map(oneLine).join("\n");
  screen.stdout(`${report}\n`);
  return exitCodes.answered;
}

function unknown(name: string, near: readonly string[], locale: Locale): string {
  const parts = [
    say(locale, (t) => t.people.forget.unknown, { name }),
    near.length === 0
      ? say(locale, (t) => t.people.forget.unknownNext)
      : say(locale, (t) => t.terminal.didYouMean, { near: listed(near, locale) }),
  ];
  return oneLine(sentences(parts, locale));
}

const named = ({ names, ids }: Person, locale: Locale): string =>
  listed([...names, ...ids], locale);

/** `tickets 12, calls 3`; a dash where there is nothing. */
const said = ({ records, documents }: Traces, locale: Locale) => ({
  records: counted(records, locale),
  documents: counted(documents, locale),
});

const counted = (counts: Readonly<Record<string, number>>, locale: Locale): string =>
  listed(
    Object.entries(counts).map(([name, count]) => `${name} ${count}`),
    locale,
  ) || "–";

function reportOf(erased: Erased, locale: Locale): readonly string[] {
  const { pseudonym, auditLines, stillConfigured, filesAside } = erased;
  return [
    say(locale, (t) => t.people.forget.done, {
      pseudonym,
      ...said(erased, locale),
      lines: auditLines,
    }),
    ...(stillConfigured.length === 0
      ? []
      : [
          say(locale, (t) => t.people.forget.configured, {
            places: listed(stillConfigured, locale),
          }),
        ]),
    ...(filesAside.length === 0
      ? []
      : [say(locale, (t) => t.people.forget.aside, { files: listed(filesAside, locale) })]),
    say(locale, (t) => t.people.forget.sources),
  ];
}
