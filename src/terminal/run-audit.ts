import type { AuditEdit, AuditLine } from "../documents/audit-log.ts";
import { sayShortInstant } from "../digests/say-when.ts";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import type { TerminalApp } from "./app.ts";
import { auditWords } from "./audit-words.ts";
import { oneLine, paintFor } from "./paint.ts";
import type { Options } from "./parse-arguments.ts";
import { refuse } from "./refuse.ts";
import { exitCodes, type ExitCode, type Screen } from "./screen.ts";
import { textTable } from "./text-table.ts";

const mostLines = 100;

/** What the scheduler notes for itself, which nobody asks about unless by its id. */
const housekeeping = new Set(["deliveries", "marks"]);

/**
 * Who changed what, when and through what; for admins. `words` may name one goal, digest or note. A
 * table has what people changed, `--json` all that was kept.
 */
export async function runAudit(
  app: TerminalApp,
  words: readonly string[],
  options: Options,
  screen: Screen,
): Promise<ExitCode> {
  const { locale, role, zone } = await app.askerOf(options.as, options.lang);
  if (role !== "admin") return refuse([say(locale, (t) => t.people.adminsOnly)], screen);
  const [id = null] = words;
  const lines = await app.history(
    (edit) => (id === null ? !housekeeping.has(edit.collection) : isOf(edit, id)),
    mostLines,
  );
  if (options.json) {
    screen.stdout(`${JSON.stringify({ kind: "audit", lines })}\n`);
    return exitCodes.answered;
  }
  if (lines.length === 0) {
    const text = id === null ? say(locale, (t) => t.people.audit.none) : null;
    return refuse([text ?? say(locale, (t) => t.people.audit.noneOf, { id: id ?? "" })], screen);
  }
  const columns = (["when", "who", "via", "what"] as const).map((name) =>
    say(locale, (t) => t.people.audit[name]),
  );
  const rows = lines.flatMap((line) =>
    rowsOf(line, (at) => sayShortInstant(at, locale, zone), locale),
  );
  const [head = "", ...body] = textTable({ columns, rows }, columns.length);
  screen.stdout(`${[paintFor(screen.color).faint(head), ...body].join("\n")}\n`);
  return exitCodes.answered;
}

const isOf = (edit: AuditEdit, id: string): boolean => edit.id.toLowerCase() === id.toLowerCase();

const rowsOf = ({ at, who, via, edits }: AuditLine, when: (at: Date) => string, locale: Locale) =>
  edits.map((edit) => [when(new Date(at)), who, via, auditWords(edit, locale)].map(oneLine));
