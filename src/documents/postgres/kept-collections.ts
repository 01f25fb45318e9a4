import type { z } from "zod";
import { AppError } from "../../errors.ts";
import { deepFreeze } from "../draft.ts";
import { type CollectionName, collections } from "../shape.ts";
import type { Collection, Collections } from "../store.ts";
import type { Row, Run } from "./database.ts";

/** Collections as the tables hold them; every document is checked by its schema when it is read. */
export function createCollections(): (run: Run) => Collections {
  const goals = reading("goals", collections.goals);
  const digests = reading("digests", collections.digests);
  const deliveries = reading("deliveries", collections.deliveries);
  const people = reading("people", collections.people);
  const marks = reading("marks", collections.marks);
  const notes = reading("notes", collections.notes);
  return (run) => ({
    goals: goals(run),
    digests: digests(run),
    deliveries: deliveries(run),
    people: people(run),
    marks: marks(run),
    notes: notes(run),
  });
}

interface Known<T> {
  readonly text: string;
  readonly document: T;
}

const select = "select id, body::text as text from goalpost.documents where collection = $1";

function reading<T>(name: CollectionName, schema: z.ZodType<T>): (run: Run) => Collection<T> {
  // What was read before is not checked again while its text is the same.
  let known = new Map<string, Known<T>>();
  const toKnown = ({ id, text }: Row): readonly [string, Known<T>] => {
    const [key, body] = [String(id), String(text)];
    const before = known.get(key);
    if (before?.text === body) return [key, before];
    return [key, { text: body, document: parsed(name, schema, key, body) }];
  };
  return (run) => ({
    get: async (id) => {
      const [row] = await run(`${select} and id = $2`, [name, id]);
      if (row === undefined) return null;
      const [key, read] = toKnown(row);
      known.set(key, read);
      return read.document;
    },
    list: async () => {
      const rows = await run(`${select} order by place`, [name]);
      const read = new Map(rows.map(toKnown));
      known = read;
      return [...read.values()].map(({ document }) => document);
    },
  });
}

function parsed<T>(name: string, schema: z.ZodType<T>, id: string, text: string): T {
  try {
    return deepFreeze(schema.parse(JSON.parse(text)));
  } catch (cause) {
    throw new AppError("document_broken", `${id} in ${name} of the database is broken`, {
      hint: "Restore the table goalpost.documents from a backup. Nothing was overwritten.",
      cause,
    });
  }
}
