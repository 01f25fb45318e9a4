import { mkdtemp, readFile, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openForgottenBook } from "../../src/documents/forgotten-book.ts";

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "goalpost-forgotten-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
const open = (folder: string) => openForgottenBook(folder, () => {});

test("a name is known again however it is written, after a new start too, and stands nowhere", async () => {
  const folder = await aFolder();
  const book = await open(folder);
  expect(book.pseudonymOf("Becky")).toBeNull();
  expect(await book.add(["Becky", "U0BECKY"], "agent")).toBe("former agent 1");
  expect(await book.add(["Zoë"], "agent")).toBe("former agent 2");
  for (const each of [book, await open(folder)]) {
    expect(["becky", " BECKY ", "U0BECKY"].map(each.pseudonymOf)).toEqual(
      Array.from({ length: 3 }, () => "former agent 1"),
    );
    // Composed and decomposed: one letter on the screen.
    expect(["Zoë", "Zoe\u0308"].map(each.pseudonymOf)).toEqual([
      "former agent 2",
      "former agent 2",
    ]);
    expect(["Beck", "", "former agent 1"].map(each.pseudonymOf)).toEqual([null, null, null]);
  }
  for (const name of await readdir(folder)) {
    expect(await readFile(join(folder, name), "utf8")).not.toMatch(/becky|zo/iu);
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  }
});

test("the same person forgotten again keeps the pseudonym, and what is new is known too", async () => {
  const book = await open(await aFolder());
  await book.add(["Ann"], "agent");
  expect(await book.add(["Ann", "Ann B."], "agent")).toBe("former agent 1");
  expect(book.pseudonymOf("ann b.")).toBe("former agent 1");
  expect(await book.add(["U0LEAD"], "member")).toBe("former member 2");
});

test("two places know one name by different hashes", async () => {
  const salts = await Promise.all(
    [await aFolder(), await aFolder()].map(async (folder) => (await open(folder)).saltOf("Ann")),
  );
  expect(salts[0]).not.toBe(salts[1]);
});
