import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nordlicht, type Seed } from "../../src/playground/people.ts";
import { afterTest } from "../closing.ts";
import { openWorkspace } from "../journeys/workspace.ts";
import { cannotBrowse } from "../playground/browser.ts";

/** Andrei has left in the meantime. */
const without: Seed = {
  ...nordlicht,
  people: nordlicht.people.map((each) =>
    each.id === "U0ANDREI" ? { ...each, standing: "gone" as const } : each,
  ),
};
/** The first working day of the quarter, half past nine in Berlin. */
const newQuarter = "2027-01-04T08:30:00Z";

describe.skipIf(cannotBrowse)("a workspace that is opened again in another quarter", () => {
  test("what went on, wants a decision or lost its owner is told once, and done with a press", async () => {
    const folder = mkdtempSync(join(tmpdir(), "goalpost-later-"));
    afterTest(() => rmSync(folder, { recursive: true, force: true }));
    const before = await openWorkspace({ seed: nordlicht, folder });
    for (const words of [
      "kpi:fcr target:80% deadline:2026-12-31 owner:U0LENA renews:month",
      "kpi:csat target:+2pp deadline:2027-06-30 owner:U0ANDREI survey_every:contact",
      "kpi:frt target:-10% deadline:2026-12-18 owner:U0LENA",
    ]) {
      const set = await before.type(
        "goal",
        ...words.split(" "),
        "why:They write twice",
        "accept:So",
      );
      expect(set.err).toBe("");
    }
    await before.stop();

    // The first look reads the sources up to the new year, the second finds them read.
    await (await openWorkspace({ seed: without, folder, at: newQuarter })).stop();
    const later = await openWorkspace({ seed: without, folder, at: "2027-01-04T09:00:00Z" });
    afterTest(later.stop);
    const lena = await later.visit("U0LENA", "D0LENA");
    const messageWith = (text: string) => lena.messages.filter({ hasText: text });

    const renewed = messageWith("Goal g4 goes on from g1");
    await renewed.waitFor();
    expect(await renewed.innerText()).toMatch(
      /Goal g1 ended: (?:achieved|missed)[^]*, at \d+\.\d %/u,
    );
    expect(await renewed.innerText()).toContain("by 31 January 2027");
    const review = messageWith("A new quarter:");
    await review.waitFor();
    expect(await review.innerText()).toContain("(g3)");
    // What goes on by itself wants no decision.
    expect(await review.innerText()).not.toContain("(g1)");
    const handOver = messageWith("Goal g2 has no owner any more");
    await handOver.waitFor();

    const taken = await lena.nextAfter(() =>
      handOver.getByRole("button", { name: "Take over", exact: true }).click(),
    );
    expect(await taken.innerText()).toContain("Goal g2 is yours now.");
    const ended = await lena.nextAfter(() =>
      renewed.getByRole("button", { name: "Ends for good", exact: true }).click(),
    );
    expect(await ended.innerText()).toContain("g4");
    const archived = await lena.nextAfter(() =>
      review.getByRole("button", { name: "Archive", exact: true }).last().click(),
    );
    expect(await archived.innerText()).toContain("is archived.");
    for (const message of [renewed, review, handOver]) expect(await message.count()).toBe(1);
    const mina = await later.visit("U0MINA", "D0MINA");
    await mina.messages.filter({ hasText: "g2" }).first().waitFor();
    const list = await (await lena.ask("/goal list")).innerText();
    expect(list).toContain("(g4)");
    expect(list).toMatch(/\(g2\)[^]*@Lena Vogt/u);
  }, 600_000);
});
