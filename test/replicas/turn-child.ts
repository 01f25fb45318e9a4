import { openPostgres } from "../../src/documents/postgres/open-postgres.ts";

/** A process that takes a turn, says so, and gives it back when it is told to. */
const [url = "", name = "", forMs = ""] = process.argv.slice(2);
const { turns, documents } = await openPostgres({
  url,
  clock: { now: () => new Date() },
  warn: () => {},
});
const turn = await turns.take(name, Number(forMs));
process.stdout.write(turn === null ? "refused\n" : "taken\n");
process.stdin.once("data", () => {
  void (async () => {
    await turn?.release();
    await documents.close();
    process.exit();
  })();
});
