import type { Write } from "../draft.ts";
import type { Run } from "./database.ts";

/** Writes in their order; puts that follow each other go in one statement. */
export async function writeAll(run: Run, writes: readonly Write[]): Promise<void> {
  let puts = new Map<string, Write>();
  const flush = async (): Promise<void> => {
    const rows = [...puts.values()];
    puts = new Map();
    if (rows.length > 0) await putAll(run, rows);
  };
  for (const write of writes) {
    const key = `${write.collection} ${write.id}`;
    if (write.after === null || puts.has(key)) await flush();
    if (write.after === null) {
      await run("delete from goalpost.documents where collection = $1 and id = $2", [
        write.collection,
        write.id,
      ]);
    } else puts.set(key, write);
  }
  await flush();
}

/** A document that is there already keeps its place. */
const putAll = (run: Run, rows: readonly Write[]) =>
  run(
    `insert into goalpost.documents (collection, id, body)
    select collection, id, body::json
    from unnest($1::text[], $2::text[], $3::text[]) with ordinality as row (collection, id, body, nth)
    order by nth
    on conflict (collection, id) do update set body = excluded.body`,
    [
      rows.map(({ collection }) => collection),
      rows.map(({ id }) => id),
      rows.map(({ after }) => JSON.stringify(after)),
    ],
  );
