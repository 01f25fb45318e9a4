import { openPostgres } from "../../src/documents/postgres/open-postgres.ts";

/** A process that stays in the middle of a change until it is told to go on; then says that it is done. */
const [url = ""] = process.argv.slice(2);
const { documents } = await openPostgres({ url, clock: { now: () => new Date() }, warn: () => {} });
const told = new Promise((resolve) => process.stdin.once("data", resolve));
let tries = 0;
await documents.change({ who: "U0CHILD", via: "slack" }, async ({ goals }) => {
  const goal = await goals.get("g1");
  if (goal === null) throw new Error("there is no goal");
  await goals.put({ ...goal, revision: goal.revision + 1 });
  if ((tries += 1) > 1) return;
  process.stdout.write("inside\n");
  await told;
});
process.stdout.write(`done after ${tries}\n`);
await documents.close();
process.exit();
