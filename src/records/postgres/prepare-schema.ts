import { AppError } from "../../errors.ts";
import { identifier, literal } from "../quoting.ts";
import { inTransaction } from "../tables.ts";
import { schemaStatements } from "./schema-statements.ts";
import type { Session } from "./session.ts";

const oldest = 150_000;

/** Makes what is missing of the tables; throws `database_refused` where the server is not fit for them. */
export async function prepareSchema(session: Session, schema: string): Promise<void> {
  const [server] = await session.rows(
    `select cast(current_setting('server_version_num') as int) as version,
       current_setting('server_encoding') as encoding`,
  );
  if (Number(server?.["version"]) < oldest) {
    throw new AppError("database_refused", "The PostgreSQL server is older than version 15", {
      hint: "Give DATABASE_URL one of version 15 or newer.",
    });
  }
  if (server?.["encoding"] !== "UTF8") {
    throw new AppError("database_refused", "The database does not hold texts of every language", {
      hint: "Create it with the encoding UTF8 and name it in DATABASE_URL.",
    });
  }
  await inTransaction(session, async () => {
    const [made] = await session.rows(
      `select to_regnamespace(${literal(identifier(schema))}) is not null as "isThere"`,
    );
    // Asked for first: whoever was given a schema needs no right to make one.
    if (made?.["isThere"] !== true) await session.run(`create schema ${identifier(schema)}`);
    const names = await session.rows(
      `select cast(relname as varchar) as name from pg_class where relnamespace = to_regnamespace(${literal(identifier(schema))})
       union all
       select table_name || '.' || column_name from information_schema.columns
       where table_schema = ${literal(schema)}`,
    );
    const held = new Set(names.map(({ name }) => String(name)));
    await session.run(schemaStatements(held).join(";\n"));
  });
}
