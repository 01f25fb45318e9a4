import { writeSync } from "node:fs";
import { systemClock } from "../../src/clock.ts";
import { openLowdb } from "../../src/documents/lowdb.ts";
import { aGoal } from "../fixtures/goal.ts";

/** A process that changes a target, says so once it was acknowledged, and goes on until it is killed. */
const [folder = ""] = process.argv.slice(2);
const documents = await openLowdb({ folder, clock: systemClock, warn: () => {} });
const by = { who: "U0LEAD", via: "slack" };
let target = (await documents.goals.get("g1"))?.target ?? 0;
for (;;) {
  target += 1;
  const next = target;
  await documents.change(by, ({ goals }) => goals.put(aGoal({ target: next })));
  writeSync(1, `${next}\n`);
}
