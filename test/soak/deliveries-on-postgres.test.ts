import { describe } from "vitest";
import { hasPostgres } from "../fixtures/database.ts";
import { openForReplicas } from "../replicas/open-for-replicas.ts";
import { badWeeks } from "./bad-weeks.ts";

// Waiting for the server is what takes the time, so several databases are run beside each other.
describe.skipIf(!hasPostgres)("each over connections of its own to one database", () => {
  badWeeks({ open: openForReplicas, digests: 20, weeks: 20, atOnce: 5 });
});
