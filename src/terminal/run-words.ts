import type {
  Asker,
  Command,
  FileReply,
  Form,
  Page,
  SeenReply,
  Submitted,
} from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { refusal } from "../../commands/page.ts";
import { noteLines } from "../blocks/note-texts.ts";
import { say } from "../i18n/say.ts";
import { sentences } from "../i18n/sentences.ts";
import type { TerminalApp } from "./app.ts";
import { fillForm, namedWord } from "./form-words.ts";
import { joinWords } from "./join-words.ts";
import { namedFaults, namedIn } from "./named-faults.ts";
import { paintFor, type Paint } from "./paint.ts";
import type { Options } from "./parse-arguments.ts";
import { readInstant } from "./read-instant.ts";
import { renderAnswer } from "./render-answer.ts";
import { renderDigest } from "./render-digest.ts";
import { formFaults, renderForm } from "./render-form.ts";
import { renderGoals } from "./render-goals.ts";
import { refusalLine, renderPage } from "./render-page.ts";
import { renderSheet } from "./render-sheet.ts";
import { exitCodes, type ExitCode, type Screen } from "./screen.ts";
import { toJson } from "./to-json.ts";
import { writeNewFile } from "./write-new-file.ts";

interface Speaking {
  readonly command: Command;
  readonly words: readonly string[];
  readonly asker: Asker;
  readonly desk: Desk;
  readonly options: Options;
  readonly screen: Screen;
  readonly paint: Paint;
  readonly checkNamed: TerminalApp["checkNamed"];
}

/** Says the words of a slash command, and shows what comes back. */
export async function runWords(
  app: TerminalApp,
  command: Command,
  words: readonly string[],
  options: Options,
  screen: Screen,
): Promise<ExitCode> {
  const locale = options.lang ?? app.locale;
  const instant = options.at === null ? null : readInstant(options.at, app.zone);
  if (options.at !== null && instant === null) {
    screen.stderr(`${say(locale, (t) => t.terminal.badInstant)}\n`);
    return exitCodes.wrongUse;
  }
  const asker = await app.askerOf(options.as, options.lang);
  const paint = paintFor(screen.color);
  const desk = app.deskAt(instant);
  const { checkNamed } = app;
  const speaking: Speaking = { command, words, asker, desk, options, screen, paint, checkNamed };
  const reply = await command.run(joinWords(words), asker, desk);
  if (reply.kind === "file") return write(reply, speaking);
  const form = reply.kind === "form" ? reply : await formBehind(reply, speaking);
  return form === null ? show(reply, speaking) : await submit(form, speaking);
}

/** A refusal of `kpi:fcr target:80` may only mean that these are fields of a form. */
async function formBehind(reply: SeenReply, speaking: Speaking): Promise<Form | null> {
  const { command, words, asker, desk } = speaking;
  const plain = plainWords(words);
  if (reply.kind !== "page" || !reply.refused || plain.length === words.length) return null;
  const again = await command.run(joinWords(plain), asker, desk);
  return again.kind === "form" && fillForm(again, words).touched ? again : null;
}

async function submit(form: Form, speaking: Speaking): Promise<ExitCode> {
  const { command, words, asker, desk, screen } = speaking;
  const first = fillForm(form, words);
  if (!first.touched || command.submit === undefined) return show(form, speaking);
  const current = form.fields.some(({ live }) => live)
    ? ((await command.refresh?.(form.state, first.values, asker, desk)) ?? form)
    : form;
  const filled = fillForm(current, words);
  const faults = formFaults(filled, asker.locale);
  if (faults.length > 0) return refuse(faults, screen);
  const named = namedIn(current, filled.values);
  const unfit = await namedFaults(speaking.checkNamed, named, asker.locale);
  if (unfit.length > 0) return refuse(unfit, screen);
  const sent = await command.submit(current.state, filled.values, asker, desk);
  const submitted = await confirmed(sent, speaking);
  if (submitted.ok) {
    const exit = show(submitted.reply, speaking);
    if (exit === exitCodes.answered && named.length > 0) sayUnchecked(speaking);
    return exit;
  }
  return refuse(
    Object.entries(submitted.errors).map(([field, error]) => `${field}: ${error}`),
    screen,
  );
}

/** In words, so that what programs read stays one object. */
function sayUnchecked({ checkNamed, options, asker, screen }: Speaking): void {
  if (checkNamed !== null || options.json) return;
  screen.stdout(`${say(asker.locale, (t) => t.terminal.namedUnchecked)}\n`);
}

/** Whoever types a whole goal means it: it is kept, and said once more. What warns still wants its word. */
async function confirmed(
  sent: Submitted,
  { command, words, asker, desk }: Speaking,
): Promise<Submitted> {
  if (!sent.ok || sent.reply.kind !== "form" || command.submit === undefined) return sent;
  const filled = fillForm(sent.reply, words);
  const [unknown] = filled.unknown;
  if (unknown !== undefined) {
    const text = sentences(formFaults({ ...filled, missing: [] }, asker.locale), asker.locale);
    return { ok: true, reply: refusal([text]) };
  }
  return command.submit(sent.reply.state, filled.values, asker, desk);
}

function refuse(lines: readonly string[], screen: Screen): ExitCode {
  screen.stderr(`${lines.join("\n")}\n`);
  return exitCodes.refused;
}

/** A file lies where the person stands, never over another one. */
async function write(file: FileReply, { asker, options, screen }: Speaking): Promise<ExitCode> {
  const path = await writeNewFile(options, file.name, file.content);
  const { locale } = asker;
  const text = options.json
    ? JSON.stringify({ kind: "file", title: file.title, path })
    : say(locale, (t) => t.people.export.written, { title: file.title, path, holds: file.holds });
  screen.stdout(`${text}\n`);
  return exitCodes.answered;
}

function show(reply: SeenReply, speaking: Speaking): ExitCode {
  const { asker, options, screen } = speaking;
  if (reply.kind === "page" && reply.refused) return refusePage(reply, asker, screen);
  const text = options.json ? toJson(reply) : render(reply, speaking).join("\n");
  screen.stdout(`${text}\n`);
  return exitCodes.answered;
}

const refusePage = (page: Page, asker: Asker, screen: Screen): ExitCode =>
  refuse([refusalLine(page, asker.locale)], screen);

const plainWords = (words: readonly string[]): readonly string[] =>
  words.filter((word) => namedWord(word) === null);

function render(reply: SeenReply, { asker, paint, words }: Speaking): readonly string[] {
  const { locale, zone } = asker;
  const reader = { locale, zone, paint };
  switch (reply.kind) {
    case "answer":
      return renderAnswer(
        reply.answer,
        reply.question.every,
        reader,
        noteLines(reply.notes ?? [], locale),
      );
    case "sheet":
      return renderSheet(reply.sheet, reply.choices, paint);
    case "page":
      return renderPage(reply, paint);
    case "form":
      return renderForm(reply, locale, paint, joinWords(plainWords(words)));
    case "goals":
      return renderGoals(reply, reader);
    case "digest":
      return renderDigest(reply.digest, reader);
  }
}
