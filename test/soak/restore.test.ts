import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openLowdb } from "../../src/documents/lowdb.ts";
import { restoreBackup } from "../../src/documents/restore-backup.ts";
import { locales } from "../../src/i18n/locale.ts";
import { newFolder } from "../fixtures/new-folder.ts";
import { fault, watchedDisk } from "../fixtures/watched-disk.ts";
import { calls, newPlace, noon, type, type Place, type Said } from "../terminal/desk.ts";
import { aPlace, asked, say, textsIn } from "../terminal/kept-place.ts";

const restoredAt = async ({ data: folder }: Place) => {
  const documents = await openLowdb({ folder, clock: noon, warn: () => {} });
  const mark = await documents.marks.get("restored");
  await documents.close();
  return mark?.at ?? null;
};

describe("goalpost restore", () => {
  test("brings everything to a new machine", async () => {
    const place = await aPlace();
    const before = await asked(place);
    const file = join(place.folder, "goalpost.backup");
    await say(place, "backup", file);
    const other = newPlace(calls);
    const out = await say(other, "restore", file);
    expect(out).toContain("Put back, as it was at 2026-11-18T10:00:00.000Z: goals 1, notes 1.");
    await say(other, "pull");
    expect(await asked(other)).toEqual(before);
    expect(readFileSync(join(other.data, "odds.jsonl"), "utf8")).toBe(
      readFileSync(join(place.data, "odds.jsonl"), "utf8"),
    );
    expect(await say(other, "audit")).toMatch(/restore +backup 2026-11-18T10:00:00\.000Z/u);
  });

  test("goes back to an older state, keeps the present one aside, and leaves the mark by which nothing is posted again", async () => {
    const place = await aPlace();
    const file = join(place.folder, "goalpost.backup");
    await say(place, "backup", file);
    const before = await asked(place);
    await say(place, "kpi", "note", "2026-11-13", "a later note");
    await say(place, "goal", "archive", "g1");
    const later = textsIn(place.data);
    expect(await restoredAt(place)).toBeNull();
    const began = Date.now();
    const { aside } = JSON.parse(await say(place, "restore", file, "--json"));
    expect(await asked(place)).toEqual(before);
    const kept = textsIn(aside);
    for (const name of ["documents.json", "documents.json.bak", "audit.jsonl", "odds.jsonl"]) {
      expect([name, kept[name]]).toEqual([name, later[name]]);
    }
    expect(Date.parse((await restoredAt(place)) ?? "")).toBeGreaterThanOrEqual(began);
    const copy = JSON.parse(readFileSync(join(place.data, "documents.json.bak"), "utf8"));
    expect(JSON.stringify(copy.marks)).toContain("restored");
    for (const path of [aside, join(place.data, "documents.json.bak")]) {
      expect(statSync(path).mode & 0o077).toBe(0);
    }
  });

  test("works where both copies of the documents are broken, which refuses every other command with 78", async () => {
    const place = await aPlace();
    const file = join(place.folder, "goalpost.backup");
    await say(place, "backup", file);
    const before = await asked(place);
    for (const name of ["documents.json", "documents.json.bak"]) {
      writeFileSync(join(place.data, name), "{");
    }
    const refused = await type(["goal", "list"], { place });
    expect([refused.exit, refused.out]).toEqual([78, ""]);
    expect(refused.err).toContain('Put a backup back with "goalpost restore <file>".');
    expect(readFileSync(join(place.data, "documents.json"), "utf8")).toBe("{");
    await say(place, "restore", file);
    expect(await asked(place)).toEqual(before);
  });

  test("with --dry-run only looks at the file", async () => {
    const place = await aPlace();
    const file = join(place.folder, "goalpost.backup");
    await say(place, "backup", file);
    const before = textsIn(place.data);
    const out = await say(place, "restore", file, "--dry-run");
    expect(out).toContain("is whole and can be put back: goals 1, notes 1. Nothing was changed.");
    expect(textsIn(place.data)).toEqual(before);
  });

  test("refuses whatever is not as it was written, and changes nothing", async () => {
    const place = await aPlace();
    const file = join(place.folder, "goalpost.backup");
    await say(place, "backup", file);
    const bytes = readFileSync(file);
    const before = textsIn(place.data);
    const end = bytes.indexOf("\n");
    const flipped = (at: number): Buffer => {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ 1;
      return copy;
    };
    const header = JSON.parse(bytes.subarray(0, end).toString());
    const withHeader = (more: object): Buffer =>
      Buffer.concat([Buffer.from(JSON.stringify({ ...header, ...more })), bytes.subarray(end)]);
    const wrong: Readonly<Record<string, Buffer>> = {
      empty: Buffer.alloc(0),
      zeros: Buffer.alloc(5_000),
      "another file": Buffer.from("workspace: {}\n"),
      "only documents": readFileSync(join(place.data, "documents.json")),
      "no line": bytes.subarray(0, end),
      "a name that leads out": withHeader({ files: [{ ...header.files[0], name: "../x" }] }),
      "one file twice": withHeader({ files: [...header.files, ...header.files] }),
      "of a newer program": withHeader({ version: 2 }),
      longer: Buffer.concat([bytes, Buffer.from("x")]),
      ...Object.fromEntries(
        [0.1, 0.3, 0.5, 0.7, 0.9, 0.999].flatMap((part) => {
          const at = end + 1 + Math.floor((bytes.length - end - 1) * part);
          return [
            [`cut at ${part}`, bytes.subarray(0, at)],
            [`a bit changed at ${part}`, flipped(at)],
          ];
        }),
      ),
    };
    for (const [name, content] of Object.entries(wrong)) {
      const path = join(newFolder(), "wrong");
      writeFileSync(path, content);
      const said = await type(["restore", path], { place });
      expect([name, said.exit, said.out]).toEqual([name, 1, ""]);
      expect(said.err).toMatch(/\.\n$/u);
      expect([name, textsIn(place.data)]).toEqual([name, before]);
    }
    const pipe = join(newFolder(), "pipe");
    execFileSync("mkfifo", [pipe]);
    for (const path of [join(place.folder, "nothing"), place.folder, pipe, "/dev/zero"]) {
      expect((await type(["restore", path], { place })).exit).toBe(1);
    }
    expect((await type(["restore"], { place })).exit).toBe(2);
    const newer = await type(["restore", join(newFolder(), "no")], { place });
    expect(newer.err).toContain("is not there");
  });

  test("cut off at any step leaves the old state or the new one, never some of each", async () => {
    const place = await aPlace();
    const file = join(place.folder, "goalpost.backup");
    await say(place, "backup", file);
    const template = textsIn(place.data);
    const seen = new Set<string>();
    let hasFailed = true;
    for (let nth = 1; hasFailed; nth += 1) {
      const folder = join(newFolder(), "data");
      mkdirSync(folder);
      for (const [name, text] of Object.entries(template)) {
        writeFileSync(join(folder, name), text);
      }
      const before = await openLowdb({ folder, clock: noon, warn: () => {} });
      await before.change({ who: "U0LEAD", via: "slack" }, ({ notes }) => notes.remove("n1"));
      await before.close();
      let calls = 0;
      hasFailed = false;
      const disk = watchedDisk(() => {
        calls += 1;
        hasFailed ||= calls === nth;
        if (calls >= nth) throw fault("EIO");
      });
      const options = { file, folder, clock: noon, who: "terminal", isTrial: false, disk };
      await restoreBackup(options).catch(() => null);
      const after = await openLowdb({ folder, clock: noon, warn: () => {} });
      const [notes, mark] = [await after.notes.list(), await after.marks.get("restored")];
      const removed = await after.history((edit) => edit.id === "n1" && edit.after === null, 9);
      await after.close();
      seen.add(JSON.stringify([notes.length, mark === null, removed.length]));
    }
    expect([...seen].toSorted()).toEqual(["[0,true,1]", "[1,false,0]"]);
  });

  test("keeps who was forgotten since, and says that the copy may name them", async () => {
    const place = await aPlace();
    const file = join(place.folder, "goalpost.backup");
    await say(place, "backup", file);
    await say(place, "forget", "Ann", "--yes");
    const out = await say(place, "restore", file);
    expect(out).toContain("1 person was forgotten since that copy was made");
    await say(place, "pull");
    const figures = await say(
      place,
      "kpi",
      "answer_rate",
      "2026-11",
      "by",
      "agent",
      "--at",
      "2026-12-02",
    );
    expect(figures).toContain("former agent 1");
    // The note that the copy brought back still names her.
    expect(figures).not.toMatch(/\bAnn\b(?! was ill)/u);
    const said = await say(place, "forget", "Ann", "--yes");
    expect(said).toContain("Documents: notes 1.");
    expect(said).toContain("before-restore-");
  });

  test("speaks every language", async () => {
    const place = await aPlace();
    const file = join(place.folder, "goalpost.backup");
    await say(place, "backup", file);
    for (const words of [["backup"], ["restore"], ["restore", file, "--dry-run"]]) {
      const said: Said[] = [];
      for (const lang of locales) said.push(await type([...words, "--lang", lang], { place }));
      expect(new Set(said.map(({ out, err }) => out + err)).size).toBe(locales.length);
    }
  });
});
