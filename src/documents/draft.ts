import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { oneAtATime } from "../one-at-a-time.ts";
import type { AuditEdit } from "./audit-log.ts";
import type { DocumentFile } from "./document-file.ts";
import { collections, type CollectionName } from "./shape.ts";
import type { Collection, Collections, Draft, DraftCollection } from "./store.ts";

interface Identified {
  readonly id: string;
}

/** What a change does to one document; `after` is null where it goes. */
export interface Write {
  readonly collection: CollectionName;
  readonly id: string;
  readonly after: Identified | null;
}

export interface OpenDraft {
  readonly draft: Draft;
  /** Ends the change: a put that comes later is refused. */
  readonly finish: () => FinishedDraft;
}

export interface FinishedDraft {
  readonly edits: readonly AuditEdit[];
  /** In the order they were made. */
  readonly writes: readonly Write[];
  readonly laidOver: (file: DocumentFile) => DocumentFile;
}

export const collectionOf = <T extends Identified>(items: () => readonly T[]): Collection<T> => ({
  get: async (id) => items().find((item) => item.id === id) ?? null,
  list: async () => [...items()],
});

/** A change under way over what is kept: it sees what it has put, and nobody else does. */
export function startDraft(kept: Collections): OpenDraft {
  let isOpen = true;
  const edits: AuditEdit[] = [];
  const writes: Write[] = [];
  const record = (edit: AuditEdit, write: Write): void => {
    if (!isOpen) throw new Error("The change is over: a put was not awaited");
    edits.push(edit);
    writes.push(write);
  };
  const drafting = <T extends Identified>(
    name: CollectionName,
    schema: z.ZodType<T>,
    under: Collection<T>,
  ) => draftCollection({ name, schema, under, record });

  const goals = drafting("goals", collections.goals, kept.goals);
  const digests = drafting("digests", collections.digests, kept.digests);
  const deliveries = drafting("deliveries", collections.deliveries, kept.deliveries);
  const people = drafting("people", collections.people, kept.people);
  const marks = drafting("marks", collections.marks, kept.marks);
  const notes = drafting("notes", collections.notes, kept.notes);

  return {
    draft: {
      goals: goals.collection,
      digests: digests.collection,
      deliveries: deliveries.collection,
      people: people.collection,
      marks: marks.collection,
      notes: notes.collection,
    },
    finish: () => {
      isOpen = false;
      return {
        edits,
        writes,
        laidOver: (file) => ({
          ...file,
          goals: [...goals.laidOver(file.goals)],
          digests: [...digests.laidOver(file.digests)],
          deliveries: [...deliveries.laidOver(file.deliveries)],
          people: [...people.laidOver(file.people)],
          marks: [...marks.laidOver(file.marks)],
          notes: [...notes.laidOver(file.notes)],
        }),
      };
    },
  };
}

interface Drafting<T> {
  readonly name: CollectionName;
  readonly schema: z.ZodType<T>;
  readonly under: Collection<T>;
  readonly record: (edit: AuditEdit, write: Write) => void;
}

function draftCollection<T extends Identified>({ name, schema, under, record }: Drafting<T>) {
  const done: { readonly id: string; readonly after: T | null }[] = [];
  const latest = new Map<string, T | null>();
  const inTurn = oneAtATime();
  const laidOver = (items: readonly T[]): readonly T[] =>
    done.reduce((held, { id, after }) => replaced(held, id, after), items);
  const get = async (id: string): Promise<T | null> => latest.get(id) ?? (await unwritten(id));
  const unwritten = async (id: string) => (latest.has(id) ? null : await under.get(id));
  const write = async (id: string, after: T | null): Promise<void> => {
    const before = await get(id);
    if (isDeepStrictEqual(before, after)) return;
    record({ collection: name, id, ...differing(before, after) }, { collection: name, id, after });
    done.push({ id, after });
    latest.set(id, after);
  };
  const collection: DraftCollection<T> = {
    get,
    list: async () => [...laidOver(await under.list())],
    put: (document) => inTurn(() => write(document.id, deepFreeze(schema.parse(document)))),
    remove: (id) => inTurn(() => write(id, null)),
  };
  return { collection, laidOver };
}

function replaced<T extends Identified>(
  items: readonly T[],
  id: string,
  after: T | null,
): readonly T[] {
  if (after === null) return items.filter((item) => item.id !== id);
  const isKnown = items.some((item) => item.id === id);
  return isKnown ? items.map((item) => (item.id === id ? after : item)) : [...items, after];
}

/** Of a changed document only the fields that differ: the audit line stays short. */
function differing(
  before: object | null,
  after: object | null,
): Pick<AuditEdit, "before" | "after"> {
  if (before === null || after === null) return { before: plain(before), after: plain(after) };
  const [old, fresh] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const changed = [...new Set([...old.keys(), ...fresh.keys()])].filter(
    (key) => !isDeepStrictEqual(old.get(key), fresh.get(key)),
  );
  const pick = (fields: ReadonlyMap<string, unknown>) =>
    Object.fromEntries(changed.map((key) => [key, fields.get(key)]));
  return { before: pick(old), after: pick(fresh) };
}

const plain = (value: object | null) =>
  value === null ? null : Object.fromEntries(Object.entries(value));

/** What is handed out can be changed by nobody. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
  }
  if (typeof value === "object" && value !== null) Object.values(value).forEach(deepFreeze);
  return value;
}
