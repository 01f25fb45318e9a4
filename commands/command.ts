import type { GoalCard } from "../goals/goal.ts";
import type { Note } from "../src/documents/shape.ts";
import type { ComposedDigest } from "../src/digests/digest.ts";
import type { Locale, Localized } from "../src/i18n/locale.ts";
import type { Role } from "../src/people/may.ts";
import type { Answer } from "../src/reports/answer.ts";
import type { Question } from "../src/reports/question.ts";
import type { Sheet } from "../src/blocks/sheet.ts";
import type { Receipt } from "../src/reports/receipt.ts";
import type { Top } from "../src/reports/top.ts";
import type { Why } from "../src/reports/why.ts";
import type { Desk } from "./desk.ts";
import { deskFor } from "./desk-for.ts";
import type { SheetVerb } from "./words/asked.ts";

/** Who asks, and where from: a door fills this in before any word is read. */
export interface Asker {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly locale: Locale;
  /** Their own zone; figures stay in the workspace's. */
  readonly zone: string;
  /** The channel they spoke in; null in a direct message, on App Home and in the terminal. */
  readonly channel: string | null;
}

/** Text, or a channel or a person by their id, which a door names its own way. */
export type PageCell = string | { readonly channel: string } | { readonly person: string };

/** A button: its label and the words it says for the person, `kpi fcr last-week by channel`. */
export interface Choice {
  readonly label: string;
  readonly words: string;
}

/**
 * Text as data, for guides, lists, refusals and questions. `lines` are plain sentences (no markup);
 * `refused` sends the terminal home with exit 1.
 */
export interface Page {
  readonly kind: "page";
  readonly refused: boolean;
  readonly title: string | null;
  readonly lines: readonly string[];
  readonly table: {
    /** Where the title names the whole page and not its table. */
    readonly caption?: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly PageCell[])[];
  } | null;
  readonly choices: readonly Choice[];
  readonly hint: string | null;
}

export interface AnswerReply {
  readonly kind: "answer";
  readonly answer: Answer;
  /** What was noted for days of its period. */
  readonly notes?: readonly Note[];
  /** So that a door can offer "by channel" and share the same question again. */
  readonly question: Question;
}

/** How a figure was made, why it moved, or what lies behind it. */
export interface SheetReply {
  readonly kind: "sheet";
  readonly verb: SheetVerb;
  readonly question: Question;
  readonly sheet: Sheet;
  /** The same for programs. */
  readonly data: Receipt | Why | Top;
  /** It names single records: for the asker alone. */
  readonly isPrivate: boolean;
  readonly choices: readonly Choice[];
}

/** A field of a form; `id` is what an error lands on. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly hint: string | null;
  readonly type:
    | "text"
    | "long_text"
    | "date"
    | "select"
    | "several"
    | "person"
    | "people"
    | "channel";
  readonly choices: readonly { readonly label: string; readonly value: string }[];
  /** Of people their ids, by commas; of several choices their values, a line each. */
  readonly initial: string | null;
  readonly optional: boolean;
  /** Choosing here changes what the form says: the door asks for it again. */
  readonly live: boolean;
  /** What `initial` was taken from: where that changes, what was typed gives way to it. */
  readonly filledFrom?: string;
}

/** What a form says besides its sentences, as `Owner: Mina`. */
export interface Fact {
  readonly label: string;
  readonly values: readonly PageCell[];
}

/** A form to fill in: a modal in Slack, `name:value` words in the terminal. */
export interface Form {
  readonly kind: "form";
  /** The command that takes it back: `goal`, `digest`. */
  readonly command: string;
  /** What is edited, by an opaque id; or what was typed into the form before, to be confirmed. */
  readonly state: string;
  readonly title: string;
  readonly submit: string;
  /** What to know before saving: the present value of the chosen KPI. */
  readonly notices: readonly string[];
  readonly facts?: readonly Fact[];
  /** What speaks against it, louder than a notice. */
  readonly warnings?: readonly string[];
  readonly fields: readonly Field[];
  /** The way back to the form that was sent, which keeps what was typed: this one only asks whether it is meant so. */
  readonly back?: string;
}

/** A message for a channel, ready to be drawn: figures are frozen in it. */
export interface DigestReply {
  readonly kind: "digest";
  readonly digest: ComposedDigest;
}

/** Goals with their progress, as cards. */
export interface GoalsReply {
  readonly kind: "goals";
  readonly title: string;
  readonly cards: readonly GoalCard[];
  /** How many more come after these. */
  readonly left?: number;
  readonly choices: readonly Choice[];
  /** What can be done with each, by its id. */
  readonly buttons: Readonly<Record<string, readonly Choice[]>>;
}

/** What is made for the asker to keep: for them alone. */
export interface FileReply {
  readonly kind: "file";
  /** With its ending, `scorecard_2026-11-09_2026-11-15.xlsx`. */
  readonly name: string;
  readonly title: string;
  /** One sentence about what is in it. */
  readonly holds: string;
  readonly content: Uint8Array;
}

/** What can be looked at where it was asked for. */
export type SeenReply = Page | AnswerReply | SheetReply | Form | DigestReply | GoalsReply;

export type Reply = SeenReply | FileReply;

export type FormValues = Readonly<Record<string, string | null>>;

/** What became of a form: errors by field id, or done. */
export type Submitted =
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }
  | { readonly ok: true; readonly reply: SeenReply };

export interface Command {
  /** Without its slash: `kpi`. */
  readonly name: string;
  readonly summary: Localized;
  readonly usage: Localized;
  /** The words after the name. Never throws for a person's mistake: that is a refused page. */
  readonly run: (words: string, asker: Asker, desk: Desk) => Promise<Reply>;
  /** Whether the words ask for a form, so that a door opens it at once and fills it when it is made. */
  readonly opensForm?: (words: string) => boolean;
  /** The form again after a live field changed. */
  readonly refresh?: (state: string, values: FormValues, asker: Asker, desk: Desk) => Promise<Form>;
  readonly submit?: (
    state: string,
    values: FormValues,
    asker: Asker,
    desk: Desk,
  ) => Promise<Submitted>;
}

/** Whatever a command does, it does at the desk as its asker may look at it. */
export function defineCommand(command: Command): Command {
  const { refresh, submit } = command;
  return {
    ...command,
    run: (words, asker, desk) => command.run(words, asker, deskFor(asker, desk)),
    ...(refresh !== undefined && {
      refresh: (state, values, asker, desk) => refresh(state, values, asker, deskFor(asker, desk)),
    }),
    ...(submit !== undefined && {
      submit: (state, values, asker, desk) => submit(state, values, asker, deskFor(asker, desk)),
    }),
  };
}
