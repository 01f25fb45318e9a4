import type { Clock } from "../clock.ts";
import type { LocalDay } from "../periods/period.ts";
import { nextId } from "./next-id.ts";
import type { Note } from "./shape.ts";
import type { ChangedBy, Documents } from "./store.ts";

/** Dated events that explain figures, kept. */
export interface NoteBook {
  /** The latest day first. */
  readonly list: () => Promise<readonly Note[]>;
  /** Those of the days from the first to the last, both included; the earliest first. */
  readonly between: (first: LocalDay, last: LocalDay) => Promise<readonly Note[]>;
  readonly find: (id: string) => Promise<Note | null>;
  /** The same words for the same day are one note, however often they are sent. */
  readonly write: (note: Pick<Note, "day" | "text">, by: ChangedBy) => Promise<Note>;
  readonly remove: (id: string, by: ChangedBy) => Promise<void>;
}

const byDay = (a: Note, b: Note): number => a.day.localeCompare(b.day);

export const createNoteBook = (documents: Documents, clock: Clock): NoteBook => ({
  list: async () => (await documents.notes.list()).toSorted((a, b) => byDay(b, a)),
  between: async (first, last) =>
    (await documents.notes.list()).filter(({ day }) => day >= first && day <= last).toSorted(byDay),
  find: (id) => documents.notes.get(id),
  write: ({ day, text }, by) =>
    documents.change(by, async ({ notes }) => {
      const all = await notes.list();
      const twin = all.find((each) => each.day === day && each.text === text);
      if (twin !== undefined) return twin;
      const createdAt = clock.now().toISOString();
      const note = { id: nextId("n", all), day, text, createdBy: by.who, createdAt };
      await notes.put(note);
      return note;
    }),
  remove: (id, by) => documents.change(by, ({ notes }) => notes.remove(id)),
});
