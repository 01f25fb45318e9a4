import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { afterTest } from "../closing.ts";
import { opened } from "../documents/postgres/postgres-for-tests.ts";
import { buildChild } from "../fixtures/build-child.ts";
import { aDatabase, hasPostgres } from "../fixtures/database.ts";
import { aGoal } from "../fixtures/goal.ts";
import { newFolder } from "../fixtures/new-folder.ts";

const by = { who: "U0LEAD", via: "slack" };

describe.skipIf(!hasPostgres)("a process frozen in the middle of a change", () => {
  test("holds up the others for fifteen seconds at most, and makes its change again when it wakes", async () => {
    const { url } = await aDatabase();
    const { documents } = await opened(url);
    await documents.change(by, ({ goals }) => goals.put(aGoal({ revision: 1 })));
    const source = join(import.meta.dirname, "../replicas/change-child.ts");
    const child = spawn(process.execPath, [await buildChild(source, newFolder()), url], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const over = once(child, "exit");
    afterTest(async () => {
      child.kill("SIGKILL");
      await over;
    });
    expect(String((await once(child.stdout, "data"))[0])).toBe("inside\n");
    child.kill("SIGSTOP");
    const [from, revision] = [
      performance.now(),
      documents.change(by, async ({ goals }) => {
        const goal = (await goals.get("g1"))!;
        await goals.put({ ...goal, revision: goal.revision + 1 });
        return goal.revision + 1;
      }),
    ];
    // What the frozen one wrote was never committed.
    expect(await revision).toBe(2);
    expect(performance.now() - from).toBeLessThan(20_000);

    child.kill("SIGCONT");
    child.stdin.write("go on\n");
    expect(String((await once(child.stdout, "data"))[0])).toBe("done after 2\n");
    expect((await documents.goals.get("g1"))?.revision).toBe(3);
    const lines = await documents.history(() => true, 9);
    expect(lines.map(({ who }) => who)).toEqual(["U0CHILD", "U0LEAD", "U0LEAD"]);
  });
});
