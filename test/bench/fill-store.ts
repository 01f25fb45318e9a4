import { DuckDBInstance } from "@duckdb/node-api";
import type { KindId } from "../../src/kinds/index.ts";
import type { Kind } from "../../src/kinds/kind.ts";
import { derivedSql } from "../../src/records/derive.ts";
import { openDuckdb } from "../../src/records/duckdb.ts";
import { identifier } from "../../src/records/quoting.ts";
import { kindOf, mappedColumns } from "../../src/records/schema.ts";

/** Two years up to the week that is asked about. */
const begins = "timestamp '2024-11-18'";
const seconds = 63_072_000;

/** How many different names a column of names has; others have two thousand. Every twentieth answer is about a ticket that has another. */
const names: Readonly<Record<string, number>> = {
  channel: 6,
  team: 20,
  agent: 500,
  customer: 2_000_000,
};

/** Segments that no question here is about: they would only take time to fill. */
const unused: ReadonlySet<string> = new Set(["topic", "priority", "customer_segment", "language"]);

/** What noise alone would get wrong. */
const special: Readonly<Record<string, string>> = {
  score: "cast(1 + noise(n, 98, 5) as double)",
  scale_low: "1",
  scale_high: "5",
  month: "cast(null as date)",
  ended_at: "case when noise(n, 97, 4) = 0 then begun + to_seconds(noise(n, 96, 40000000)) end",
};

/** Records of a kind in the order they came, made by the engine itself: cheap noise by hashing. */
function recordsSql(kind: Kind, count: number, zone: string): string {
  const columns = mappedColumns(kind).filter(({ name }) => !unused.has(name));
  const [first] = columns.filter(({ type }) => type === "instant" || type === "day");
  const valueOf = ({ name, type, values }: (typeof columns)[number], place: number): string => {
    const noise = (below: number): string => `noise(n, ${place}, ${below})`;
    const known = special[name];
    if (known !== undefined) return known;
    switch (type) {
      case "instant":
        return name === first?.name
          ? "begun"
          : `case when ${noise(10)} > 0 then begun + to_seconds(60 + noise(n, ${place + 50}, 200000)) end`;
      case "day":
        return "cast(begun as date)";
      case "seconds":
        return `cast(${noise(600)} as double)`;
      case "count":
        return `${noise(8)} // 3`;
      case "number":
        return `cast(1 + ${noise(100)} as double)`;
      case "flag":
        return `${noise(5)} > 1`;
      case "text":
        return values === undefined
          ? `'${name} ' || ${noise(name === "ticket" ? 20 * count : (names[name] ?? 2_000))}`
          : `[${values.map((each) => `'${each}'`).join(", ")}][1 + ${noise(values.length)}]`;
    }
  };
  const given = new Set(columns.map(({ name }) => name));
  const filled = columns.map(
    (each, place) => `${valueOf(each, place)} as ${identifier(each.name)}`,
  );
  const derived = Object.entries(kind.derived).map(
    ([name, each]) => `${derivedSql(each, zone, given)} as ${identifier(name)}`,
  );
  return `insert into ${identifier(kind.id)} by name
    select ${["*", ...derived].join(", ")} from (
      select 'bench' as source, 'r' || n as id, ${filled.join(", ")}
      from (select n, ${begins} + to_seconds(n * ${seconds} // ${count}) as begun
        from range(${count}) as numbers(n)))`;
}

export interface StoreSettings {
  readonly path: string;
  readonly zone: string;
  readonly roots: readonly string[];
  readonly memoryLimit: string;
}

/** A store with so many records of each of the kinds. */
export async function fillStore(
  settings: StoreSettings,
  kinds: readonly KindId[],
  count: number,
): Promise<void> {
  await (await openDuckdb(settings)).close();
  const instance = await DuckDBInstance.create(settings.path);
  const connection = await instance.connect();
  await connection.run("create temp macro noise(n, k, m) as cast(hash(n, k) % m as bigint)");
  for (const id of kinds) await connection.run(recordsSql(kindOf(id), count, settings.zone));
  // They came past the pulls: the next opening settles their spellings and which tickets were rated again.
  await connection.run("delete from settings where name in ('spellings_by', 'ratings_by')");
  connection.closeSync();
  instance.closeSync();
}
