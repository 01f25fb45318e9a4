import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { stoppedAt } from "../../src/clock.ts";
import { openPostgres } from "../../src/documents/postgres/open-postgres.ts";
import { afterTest } from "../closing.ts";
import { buildChild } from "../fixtures/build-child.ts";
import { aDatabase, hasPostgres } from "../fixtures/database.ts";
import { aDigest } from "../fixtures/digest.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import { startPosting } from "../replicas/posting-server.ts";
import type { ReplicaSettings } from "../replicas/replica-settings.ts";

/** Half a minute before the digests of Monday, 09:00 in Berlin. */
const startsAt = "2026-11-16T07:59:30.000Z";
const speed = 40;
const occurrences = 40;

interface Replica {
  readonly process: ChildProcess;
  /** How often it has looked for what is due. */
  readonly looks: () => number;
}

function start(program: string, settings: ReplicaSettings): Replica {
  const child = spawn(process.execPath, [program, JSON.stringify(settings)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let looks = 0;
  child.stdout.on("data", (chunk: Buffer) => (looks += chunk.toString().split("\n").length - 1));
  const over = once(child, "exit");
  afterTest(async () => {
    child.kill("SIGKILL");
    await over;
  });
  return { process: child, looks: () => looks };
}

/** Looks again and again until it is so. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe.skipIf(!hasPostgres)("three processes on one database", () => {
  test("one killed and one frozen over its work: the third takes over, and every digest comes once", async () => {
    const { url } = await aDatabase();
    const { documents } = await openPostgres({
      url,
      clock: stoppedAt(new Date(startsAt)),
      warn: () => {},
    });
    afterTest(() => documents.close());
    await documents.change({ who: "U0LEAD", via: "slack" }, async ({ digests }) => {
      for (let nth = 1; nth <= occurrences; nth += 1) {
        const one = { id: `d${nth}`, channel: `C0TEAM${nth}`, submission: `form-${nth}` };
        await digests.put(aDigest({ ...one, activeFrom: startsAt }));
      }
    });
    const slack = await startPosting();
    const program = await buildChild(
      `${import.meta.dirname}/../replicas/replica-child.ts`,
      newFolder(),
    );
    const settings = { url, slackUrl: slack.url, speed, startedMs: Date.now(), startsAt };
    const [killed, frozen] = [0, 1, 2].map(() => start(program, settings));

    await until(() => slack.posts.length >= 5);
    killed!.process.kill("SIGKILL");
    await until(() => slack.posts.length >= 12);
    frozen!.process.kill("SIGSTOP");
    const open = async () =>
      (await documents.deliveries.list()).filter(({ state }) => state !== "sent");
    await until(async () => (await open()).length === 0);
    // What it held when it was frozen was sent by another: awake, it finds that out.
    const looks = frozen!.looks();
    frozen!.process.kill("SIGCONT");
    await until(() => frozen!.looks() >= looks + 2);

    const keys = (await documents.deliveries.list()).map(({ id }) => id);
    expect(keys).toHaveLength(occurrences);
    expect(slack.posts.toSorted()).toEqual(keys.toSorted());
  }, 180_000);
});
