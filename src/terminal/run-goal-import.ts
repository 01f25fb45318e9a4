import { resolve } from "node:path";
import type { Goal } from "../../goals/goal.ts";
import { readGoalsYaml, type GoalsFile } from "../../goals/read-goals-yaml.ts";
import type { Asker } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { openPlainFile } from "../documents/open-plain-file.ts";
import { goalSentence } from "../digests/goal-sentence.ts";
import { AppError } from "../errors.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import type { TerminalApp } from "./app.ts";
import type { GoalFault } from "./goal-import/read-fields.ts";
import { namedInFile } from "./goal-import/named-in-file.ts";
import { readGoal, type ReadGoal } from "./goal-import/read-goal.ts";
import { oneLine } from "./paint.ts";
import type { Options } from "./parse-arguments.ts";
import { refuse } from "./refuse.ts";
import { exitCodes, type ExitCode, type Screen } from "./screen.ts";

/** A thousand goals with their check-ins; the bot answers nobody while it reads more. */
const mostBytes = 2_000_000;

/** Brings the goals of a file in: checked whole, and all of them or none. */
export async function runGoalImport(
  app: TerminalApp,
  [name]: readonly string[],
  options: Options,
  screen: Screen,
): Promise<ExitCode> {
  const asker = await app.askerOf(options.as, options.lang);
  const { locale } = asker;
  if (asker.role !== "admin") return refuse([say(locale, (t) => t.people.adminsOnly)], screen);
  if (name === undefined) {
    screen.stderr(`${say(locale, (t) => t.people.import.which)}\n`);
    return exitCodes.wrongUse;
  }
  const file = readGoalsYaml(await textOf(resolve(options.folder ?? "", name)));
  if (!file.ok) return refuse([`${name}:${file.line} ${faultText(file, locale)}`], screen);
  const read = await readAll(file.goals, asker, app.deskAt(null), app.checkNamed);
  const faults = read.flatMap((each) => (each.kind === "faults" ? each.faults : []));
  const twice = idsTwice(file.goals, locale);
  if (faults.length + twice.length > 0) {
    const lines = [...twice, ...faults].toSorted((a, b) => a.line - b.line);
    return refuse(
      [
        ...lines.map(({ line, text }) => oneLine(`${name}:${line} ${text}`)),
        say(locale, (t) => t.people.import.nothing),
      ],
      screen,
    );
  }
  const fresh = read.flatMap((each) => (each.kind === "fresh" ? [each] : []));
  const changed = read.flatMap((each) => (each.kind === "changed" ? [each] : []));
  if (options.dryRun !== true && fresh.length + changed.length > 0) {
    await app.importGoals(
      { fresh: fresh.map((each) => each.fresh), changed: changed.map((each) => each.changed) },
      asker.id,
    );
  }
  const counts = {
    new: fresh.length,
    changed: changed.length,
    same: read.length - fresh.length - changed.length,
  };
  if (options.json) {
    const dryRun = options.dryRun === true;
    const checkedInSlack = app.checkNamed !== null;
    screen.stdout(
      `${JSON.stringify({ kind: "goal_import", dryRun, ...counts, checkedInSlack })}\n`,
    );
    return exitCodes.answered;
  }
  const lines = [
    ...read.flatMap((each) => linesOf(each, locale)),
    say(locale, (t) => t.people.import[options.dryRun === true ? "would" : "done"], {
      ...counts,
      fresh: counts.new,
    }),
    ...(app.checkNamed === null && fresh.length + changed.length > 0
      ? [say(locale, (t) => t.terminal.namedUnchecked)]
      : []),
  ];
  screen.stdout(`${lines.map(oneLine).join("\n")}\n`);
  return exitCodes.answered;
}

async function readAll(
  written: Extract<GoalsFile, { ok: true }>["goals"],
  asker: Asker,
  desk: Desk,
  checkNamed: TerminalApp["checkNamed"],
): Promise<readonly ReadGoal[]> {
  const all = [...(await desk.goals.list()), ...(await desk.goals.listArchived())];
  const held = new Map(all.map((goal) => [goal.id, goal]));
  const marks = new Map(all.map((goal) => [goal.submission, goal]));
  const read: ReadGoal[] = [];
  for (const each of written) {
    const goal = sameAgain(await readGoal(each, held, asker, desk), marks);
    const faults = await namedInFile(goal, each, checkNamed, asker.locale);
    // Whom it charges is charged with it when the next is read.
    if (goal.kind === "changed") held.set(goal.changed.id, goal.goal);
    if (goal.kind === "fresh") {
      const id = goal.fresh.id ?? `new ${read.length}`;
      held.set(id, { ...goal.fresh.goal, id });
    }
    read.push(faults.length === 0 ? goal : { kind: "faults", faults });
  }
  return read;
}

/** What a file without ids brought before is there already. */
function sameAgain(read: ReadGoal, marks: ReadonlyMap<string, Goal>): ReadGoal {
  if (read.kind !== "fresh" || read.fresh.id !== null) return read;
  const twin = marks.get(read.fresh.goal.submission);
  return twin === undefined ? read : { kind: "same", id: twin.id };
}

function linesOf(read: ReadGoal, locale: Locale): readonly string[] {
  if (read.kind !== "fresh" && read.kind !== "changed") return [];
  const sign = read.kind === "fresh" ? `+ ${read.fresh.id ?? ""}` : `~ ${read.changed.id}`;
  const goal = read.kind === "fresh" ? read.fresh.goal : read.goal;
  return [`${sign} ${goalSentence(goal, locale)}`, ...read.warnings.map((text) => `  ${text}`)];
}

function idsTwice(
  goals: Extract<GoalsFile, { ok: true }>["goals"],
  locale: Locale,
): readonly GoalFault[] {
  const seen = new Set<unknown>();
  return goals.flatMap(({ fields, lineOf }) => {
    const { id } = fields;
    if (typeof id !== "string" || !seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ line: lineOf("id"), text: say(locale, (t) => t.people.import.twice, { id }) }];
  });
}

const faultText = ({ fault, said }: Extract<GoalsFile, { ok: false }>, locale: Locale): string =>
  fault === "syntax"
    ? say(locale, (t) => t.people.import.syntax, { reason: oneLine(said) })
    : say(locale, (t) => t.people.import.noGoals);

async function textOf(path: string): Promise<string> {
  try {
    const file = await openPlainFile(path);
    try {
      const { size } = await file.stat();
      if (size > mostBytes) {
        throw new AppError("file_refused", `${path} is larger than 2 MB`, {
          hint: "Bring its goals in by several files.",
        });
      }
      return new TextDecoder("utf-8", { fatal: true }).decode(await file.readFile());
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("file_refused", `${path} cannot be read`, {
      hint: "See how the file is called, and that it is text in UTF-8.",
      cause,
    });
  }
}
