import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openLowdb } from "../../src/documents/lowdb.ts";
import { restoreBackup } from "../../src/documents/restore-backup.ts";
import { writeBackup } from "../../src/documents/write-backup.ts";
import { listenForTerminal } from "../../src/terminal/socket-server.ts";
import { afterTest } from "../closing.ts";
import { aGoal } from "../fixtures/goal.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import { calls, newPlace, noon, openPlace, type } from "../terminal/desk.ts";
import { aPlace, say } from "../terminal/kept-place.ts";

describe("goalpost backup", () => {
  test.each([
    ["while no bot runs", false],
    ["while the bot runs, through its socket", true],
  ])("copies everything that no source brings again, %s, and no secret", async (_, isRunning) => {
    const place = await aPlace();
    if (isRunning) {
      const app = await openPlace(place);
      const server = await listenForTerminal(app);
      afterTest(async () => {
        await server.close();
        await app.close();
      });
    }
    const path = join(place.folder, "goalpost.backup");
    const out = await say(place, "backup", path);
    expect(out).toContain(`Copied to ${path}: goals 1, notes 1, and the audit log.`);
    expect((statSync(path).mode & 0o777).toString(8)).toBe("600");
    const [header = "", ...rest] = readFileSync(path, "utf8").split("\n");
    expect(JSON.parse(header)).toMatchObject({
      goalpost: "backup",
      at: "2026-11-18T10:00:00.000Z",
      files: [{ name: "documents.json" }, { name: "audit.jsonl" }, { name: "odds.jsonl" }],
    });
    const kept = ["documents.json", "audit.jsonl", "odds.jsonl"];
    expect(rest.join("\n")).toBe(
      kept.map((name) => readFileSync(join(place.data, name), "utf8")).join(""),
    );
    expect(readFileSync(path, "utf8")).not.toMatch(/planted|xox|c39,/u);
  });

  test("into a folder gets a name by its instant, and never replaces a file", async () => {
    const place = await aPlace();
    const folder = newFolder();
    await say(place, "backup", folder);
    expect(readdirSync(folder)).toEqual(["goalpost-2026-11-18T10-00-00Z.backup"]);
    const again = await type(["backup", folder], { place });
    expect([again.exit, again.err]).toEqual([
      1,
      `${folder}/goalpost-2026-11-18T10-00-00Z.backup is there already. Name another file, or a folder.\n`,
    ]);
  });

  test("is for admins, wants a file, and says where there is nothing yet", async () => {
    const place = await aPlace();
    const path = join(place.folder, "b");
    const refused = await type(["backup", path, "--as", "U0LEAD"], { place });
    expect([refused.exit, refused.err]).toEqual([1, "Only admins may do this.\n"]);
    expect((await type(["backup"], { place })).exit).toBe(2);
    const fresh = await type(["backup", path], { place: newPlace(calls) });
    expect([fresh.exit, fresh.err]).toEqual([
      1,
      "Nothing has been set up yet, so there is nothing to copy.\n",
    ]);
  });

  test("taken while changes are made is whole each time", async () => {
    const folder = join(newFolder(), "data");
    const documents = await openLowdb({ folder, clock: noon, warn: () => {} });
    const by = { who: "U0LEAD", via: "slack" };
    const set = (target: number) =>
      documents.change(by, ({ goals }) => goals.put(aGoal({ target })));
    await set(1);
    const writing = Promise.all(Array.from({ length: 60 }, (_, at) => set(at + 2)));
    const copies: string[] = [];
    for (let at = 0; at < 8; at += 1) {
      const path = join(newFolder(), "copy");
      await writeBackup(folder, path, noon.now());
      copies.push(path);
    }
    await writing;
    await documents.close();
    for (const file of copies) {
      const into = newFolder();
      const who = "terminal";
      await restoreBackup({ file, folder: into, clock: noon, who, isTrial: false });
      const again = await openLowdb({ folder: into, clock: noon, warn: () => {} });
      const target = (await again.goals.get("g1"))?.target ?? 0;
      const told = await again.history(({ id }) => id === "g1", 99);
      await again.close();
      expect(told.map(({ edits }) => edits[0]?.after?.["target"])).toEqual(
        Array.from({ length: target }, (_, at) => target - at),
      );
    }
  });
});
