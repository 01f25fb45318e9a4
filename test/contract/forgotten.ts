import { expect, test } from "vitest";
import type { ForgottenBook } from "../../src/documents/forgotten.ts";

/** A book to try, the same one as a new start finds it, and all that is kept of it as text. */
export interface ForgottenOnTrial {
  readonly book: ForgottenBook;
  readonly reopen: () => Promise<ForgottenBook>;
  readonly text: () => Promise<string>;
}

/** What every book of the forgotten promises. */
export function forgottenContract(open: () => Promise<ForgottenOnTrial>): void {
  test("a name is known again however it is written, after a new start too, and stands nowhere", async () => {
    const { book, reopen, text } = await open();
    expect((await book.read()).pseudonymOf("Becky")).toBeNull();
    expect(await book.add(["Becky", "U0BECKY"], "agent")).toBe("former agent 1");
    expect(await book.add(["Zoë"], "agent")).toBe("former agent 2");
    for (const each of [book, await reopen()]) {
      const { pseudonymOf } = await each.read();
      expect(["becky", " BECKY ", "U0BECKY"].map(pseudonymOf)).toEqual(
        Array.from({ length: 3 }, () => "former agent 1"),
      );
      // Composed and decomposed: one letter on the screen.
      expect(["Zoë", "Zoe\u0308"].map(pseudonymOf)).toEqual(["former agent 2", "former agent 2"]);
      expect(["Beck", "", "former agent 1"].map(pseudonymOf)).toEqual([null, null, null]);
    }
    expect(await text()).toContain("former agent 2");
    expect(await text()).not.toMatch(/becky|zo/iu);
  });

  test("the same person forgotten again keeps the pseudonym, and what is new is known too", async () => {
    const { book } = await open();
    await book.add(["Ann"], "agent");
    expect(await book.add(["Ann", "Ann B."], "agent")).toBe("former agent 1");
    expect((await book.read()).pseudonymOf("ann b.")).toBe("former agent 1");
    expect(await book.add(["U0LEAD"], "member")).toBe("former member 2");
  });

  test("many forgotten at once are each somebody else", async () => {
    const { book } = await open();
    const names = Array.from({ length: 10 }, (_, index) => `Agent ${index}`);
    const pseudonyms = await Promise.all(names.map((name) => book.add([name], "agent")));
    expect(new Set(pseudonyms).size).toBe(10);
    const { pseudonymOf } = await book.read();
    expect(names.map(pseudonymOf)).toEqual(pseudonyms);
  });

  test("two places know one name by different hashes", async () => {
    const salts: string[] = [];
    for (const { book, reopen } of [await open(), await open()]) {
      await book.add(["Becky"], "agent");
      const { saltOf } = await book.read();
      expect((await (await reopen()).read()).saltOf("Ann")).toBe(saltOf("Ann"));
      salts.push(saltOf("Ann"));
    }
    expect(salts[0]).not.toBe(salts[1]);
  });
}
