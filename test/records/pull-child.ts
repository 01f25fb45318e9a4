import { openDuckdb } from "../../src/records/duckdb.ts";
import { toRequest } from "./to-request.ts";

/** A process that pulls once, says when the rows have landed, and stays until it is killed. */
const [path = "", folder = "", source = ""] = process.argv.slice(2);
const records = await openDuckdb({ path, zone: "UTC", roots: [folder] });
await records.pullSource(toRequest(JSON.parse(source), folder, "UTC"), {
  progress: ({ isStoring }) => {
    if (isStoring) process.stdout.write("landed");
  },
});
setInterval(() => undefined, 1000);
