import { mkdtemp, readFile, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openForgottenBook } from "../../src/documents/forgotten-book.ts";
import { forgottenContract } from "../contract/forgotten.ts";

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "goalpost-forgotten-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
const open = (folder: string) => openForgottenBook(folder, () => {});

describe("in a file", () => {
  forgottenContract(async () => {
    const folder = await aFolder();
    return {
      book: await open(folder),
      reopen: () => open(folder),
      text: async () => {
        const names = await readdir(folder);
        return (
          await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")))
        ).join();
      },
    };
  });

  test("it is for its owner alone", async () => {
    const folder = await aFolder();
    await (await open(folder)).add(["Ann"], "agent");
    for (const name of await readdir(folder)) {
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    }
  });
});
