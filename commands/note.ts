import { noteDay } from "../src/blocks/note-texts.ts";
import { say } from "../src/i18n/say.ts";
import { longestNote, type Note } from "../src/documents/shape.ts";
import { may } from "../src/people/may.ts";
import { localDay } from "../src/periods/local-day.ts";
import type { Asker, Choice, Page } from "./command.ts";
import type { Desk } from "./desk.ts";
import { page, refusal } from "./page.ts";
import { readNoteWords } from "./words/note-words.ts";

const via = "/kpi note";

/** The words behind `note`: all notes, a new one, or one less. */
export async function noteReply(words: string, asker: Asker, desk: Desk): Promise<Page> {
  const { locale } = asker;
  const today = localDay(desk.clock.now(), desk.periods.zone);
  const asked = readNoteWords(words, today);
  const isReading = asked.kind === "list" || asked.kind === "remove";
  // Said before anybody is asked for the day of a note for nothing.
  if (!isReading && !may(asker.role, "write_note")) {
    return refusal([say(locale, (t) => t.explain.notes.notAllowed)]);
  }
  switch (asked.kind) {
    case "list":
      return notesPage(asker, desk);
    case "remove":
      return removeNote(asked.id, asker, desk);
    case "no_day":
      return refusal([say(locale, (t) => t.explain.notes.noDay, { day: today })], {
        choices: [
          {
            label: say(locale, (t) => t.explain.notes.noteFor, { day: noteDay(today, locale) }),
            words: `kpi note ${today} ${asked.text}`,
          },
        ],
      });
    case "no_such_day":
      return refusal([say(locale, (t) => t.explain.notes.noSuchDay, { day: asked.day })]);
    case "no_text":
      return refusal([say(locale, (t) => t.explain.notes.noText, { day: asked.day })]);
    case "write":
      return writeNote(asked, asker, desk);
  }
}

async function writeNote(
  { day, text }: Pick<Note, "day" | "text">,
  { id, locale }: Asker,
  desk: Desk,
): Promise<Page> {
  if (text.length > longestNote) {
    return refusal([say(locale, (t) => t.explain.notes.tooLong, { most: longestNote })]);
  }
  const note = await desk.notes.write({ day, text }, { who: id, via });
  return page(
    [
      say(locale, (t) => t.explain.notes.written, {
        day: noteDay(note.day, locale),
        text: note.text,
      }),
      say(locale, (t) => t.explain.notes.shownWhere),
    ],
    {
      choices: [
        {
          label: say(locale, (t) => t.explain.notes.remove, { id: note.id }),
          words: `kpi note remove ${note.id}`,
        },
        allNotes(locale),
      ],
    },
  );
}

async function removeNote(id: string, asker: Asker, desk: Desk): Promise<Page> {
  const { locale, role } = asker;
  const note = await desk.notes.find(id);
  if (note === null) {
    return refusal([say(locale, (t) => t.explain.notes.unknown, { id })], {
      choices: [allNotes(locale)],
    });
  }
  if (!may(role, "remove_note", note.createdBy === asker.id)) {
    return refusal([say(locale, (t) => t.explain.notes.notYours)]);
  }
  await desk.notes.remove(id, { who: asker.id, via });
  const { text } = note;
  return page([say(locale, (t) => t.explain.notes.removed, { text })], {
    choices: [allNotes(locale)],
  });
}

const allNotes = (locale: Asker["locale"]): Choice => ({
  label: say(locale, (t) => t.explain.notes.list),
  words: "kpi note",
});

async function notesPage({ locale }: Asker, { notes }: Desk): Promise<Page> {
  const all = await notes.list();
  const title = say(locale, (t) => t.explain.notes.title);
  if (all.length === 0) return page([say(locale, (t) => t.explain.notes.empty)], { title });
  return page([], {
    title,
    table: {
      columns: [
        say(locale, (t) => t.explain.notes.columns.id),
        say(locale, (t) => t.explain.notes.columns.day),
        say(locale, (t) => t.explain.notes.columns.text),
      ],
      rows: all.map(({ id, day, text }) => [id, noteDay(day, locale), text]),
    },
  });
}
