import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import type { AuditEdit } from "./audit-log.ts";
import type { DocumentFile } from "./document-file.ts";
import { collections, type CollectionName } from "./shape.ts";
import type { Collection, Draft, DraftCollection } from "./store.ts";

interface Identified {
  readonly id: string;
}

export interface OpenDraft {
  readonly draft: Draft;
  /** Ends the change: a put that comes later is refused. */
  readonly finish: () => { readonly file: DocumentFile; readonly edits: readonly AuditEdit[] };
}

export const collectionOf = <T extends Identified>(items: () => readonly T[]): Collection<T> => ({
  get: async (id) => items().find((item) => item.id === id) ?? null,
  list: async () => [...items()],
});

/** A change under way: it sees what it has put, and nobody else does. */
export function startDraft(file: DocumentFile): OpenDraft {
  let isOpen = true;
  const edits: AuditEdit[] = [];
  const record = (edit: AuditEdit): void => {
    edits.push(edit);
  };
  const assertOpen = (): void => {
    if (!isOpen) throw new Error("The change is over: a put was not awaited");
  };
  const drafting = <T extends Identified>(
    name: CollectionName,
    schema: z.ZodType<T>,
    from: readonly T[],
  ) => draftCollection({ name, schema, from, record, assertOpen });

  const goals = drafting("goals", collections.goals, file.goals);
  const digests = drafting("digests", collections.digests, file.digests);
  const deliveries = drafting("deliveries", collections.deliveries, file.deliveries);
  const people = drafting("people", collections.people, file.people);
  const marks = drafting("marks", collections.marks, file.marks);
  const notes = drafting("notes", collections.notes, file.notes);

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
      const drafted: DocumentFile = {
        ...file,
        goals: [...goals.items()],
        digests: [...digests.items()],
        deliveries: [...deliveries.items()],
        people: [...people.items()],
        marks: [...marks.items()],
        notes: [...notes.items()],
      };
      return { file: drafted, edits };
    },
  };
}

interface Drafting<T> {
  readonly name: CollectionName;
  readonly schema: z.ZodType<T>;
  readonly from: readonly T[];
  readonly record: (edit: AuditEdit) => void;
  readonly assertOpen: () => void;
}

function draftCollection<T extends Identified>({
  name,
  schema,
  from,
  record,
  assertOpen,
}: Drafting<T>) {
  let items = from;
  const write = (id: string, after: T | null): void => {
    assertOpen();
    const before = items.find((item) => item.id === id) ?? null;
    if (isDeepStrictEqual(before, after)) return;
    record({ collection: name, id, ...differing(before, after) });
    items = replaced(items, before, after);
  };
  const collection: DraftCollection<T> = {
    ...collectionOf(() => items),
    put: async (document) => write(document.id, deepFreeze(schema.parse(document))),
    remove: async (id) => write(id, null),
  };
  return { collection, items: () => items };
}

function replaced<T>(items: readonly T[], before: T | null, after: T | null): readonly T[] {
  if (after === null) return items.filter((item) => item !== before);
  if (before === null) return [...items, after];
  return items.map((item) => (item === before ? after : item));
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
