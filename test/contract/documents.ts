import { expect, test } from "vitest";
import { scrubFor } from "../../src/documents/scrub.ts";
import { sentPayloads } from "../../src/documents/sent-payloads.ts";
import type { ChangedBy, Documents, Draft } from "../../src/documents/store.ts";
import { aDelivery, aDigest } from "../fixtures/digest.ts";
import { aGoal } from "../fixtures/goal.ts";

/** A store to try, and the same store as a new start of the program finds it. */
export interface DocumentsOnTrial {
  readonly documents: Documents;
  readonly reopen: () => Promise<Documents>;
  /** The audit lines so far, oldest first. */
  readonly audit: () => Promise<readonly unknown[]>;
}

const by: ChangedBy = { who: "U0LEAD", via: "slack" };

const note = {
  id: "n1",
  day: "2026-11-12",
  text: "new phone menu",
  createdBy: "U0LEAD",
  createdAt: "2026-11-12T08:00:00.000Z",
};

const drawn = (id: string) => ({ kind: "digest", title: `${id}, with Becky` });

const everythingIn = async (store: Documents) => [
  await store.goals.list(),
  await store.digests.list(),
  await store.deliveries.list(),
  await store.people.list(),
  await store.marks.list(),
  await store.notes.list(),
];

/** Who set the target of what to what, the latest first. */
const told = async (store: Documents, id: string | null, count: number) =>
  (await store.history((edit) => id === null || edit.id === id, count)).map(({ who, edits }) => [
    who,
    edits.map((edit) => [edit.id, edit.after?.["target"]]),
  ]);

/** What every document store promises. */
export function documentsContract(open: () => Promise<DocumentsOnTrial>): void {
  test("what was put is there at once and after a new start, in every collection", async () => {
    const { documents, reopen } = await open();
    await documents.change(by, async (draft) => {
      await draft.goals.put(aGoal());
      await draft.digests.put(aDigest());
      await draft.deliveries.put(aDelivery());
      await draft.people.put({ id: "U0LEAD", locale: "ko" });
      await draft.marks.put({ id: "plan", at: "2026-11-16T08:00:00.000Z" });
      await draft.notes.put(note);
    });
    const wanted = [
      [aGoal()],
      [aDigest()],
      [aDelivery()],
      [{ id: "U0LEAD", locale: "ko" }],
      [{ id: "plan", at: "2026-11-16T08:00:00.000Z" }],
      [note],
    ];
    expect(await everythingIn(documents)).toEqual(wanted);
    expect(await everythingIn(await reopen())).toEqual(wanted);
  });

  test("a change sees its own puts, others only when it is done", async () => {
    const { documents } = await open();
    await documents.change(by, async ({ goals }) => {
      await goals.put(aGoal());
      expect(await goals.get("g1")).toEqual(aGoal());
      expect(await documents.goals.get("g1")).toBeNull();
    });
    expect(await documents.goals.get("g1")).toEqual(aGoal());
  });

  test("a put of a known id replaces in place, a removal takes away", async () => {
    const { documents, reopen } = await open();
    await documents.change(by, async ({ goals }) => {
      for (const id of ["g1", "g2", "g3"]) await goals.put(aGoal({ id }));
    });
    await documents.change(by, async ({ goals }) => {
      await goals.put(aGoal({ id: "g2", target: 90 }));
      await goals.remove("g1");
      await goals.remove("g99");
    });
    const kept = (await (await reopen()).goals.list()).map(({ id, target }) => [id, target]);
    expect(kept).toEqual([
      ["g2", 90],
      ["g3", 80],
    ]);
  });

  const failures: readonly [string, RegExp, (draft: Draft) => Promise<unknown>][] = [
    [
      "throws",
      /no/u,
      async ({ goals }) => {
        await goals.put(aGoal({ id: "g2" }));
        throw new Error("no");
      },
    ],
    [
      "fails later",
      /no/u,
      async ({ goals }) => {
        await goals.put(aGoal({ id: "g2" }));
        await new Promise((_, reject) => setTimeout(() => reject(new Error("no")), 1));
      },
    ],
    [
      "puts what does not fit its schema",
      /target/u,
      async ({ goals }) => {
        await goals.put(aGoal({ id: "g2" }));
        await goals.put(aGoal({ id: "g3", target: Number.NaN }));
      },
    ],
  ];
  test.each(failures)(
    "a change that %s changes nothing, then or later",
    async (_name, message, edit) => {
      const { documents, reopen, audit } = await open();
      await documents.change(by, ({ goals }) => goals.put(aGoal()));
      await expect(documents.change(by, edit)).rejects.toThrow(message);
      expect(await documents.goals.list()).toEqual([aGoal()]);
      await documents.change(by, ({ people }) => people.put({ id: "U1", locale: null }));
      expect(await (await reopen()).goals.list()).toEqual([aGoal()]);
      expect(await audit()).toHaveLength(2);
    },
  );

  test("a put that nobody waited for is refused once the change is over", async () => {
    const { documents } = await open();
    let late: Promise<void> | undefined;
    await documents.change(by, async ({ goals, people }) => {
      await people.put({ id: "U1", locale: null });
      late = new Promise((resolve) => setTimeout(resolve, 5)).then(() => goals.put(aGoal()));
      late.catch(() => {});
    });
    await expect(late).rejects.toThrow("over");
    expect(await documents.goals.list()).toEqual([]);
  });

  test("200 changes at once are made one after another: none is lost", async () => {
    const { documents, reopen } = await open();
    await documents.change(by, ({ goals }) => goals.put(aGoal({ revision: 1 })));
    await Promise.all(
      Array.from({ length: 200 }, () =>
        documents.change(by, async ({ goals }) => {
          const goal = await goals.get("g1");
          await goals.put({ ...goal!, revision: goal!.revision + 1 });
        }),
      ),
    );
    expect((await (await reopen()).goals.get("g1"))?.revision).toBe(201);
  });

  test("what is handed out cannot be changed", async () => {
    const { documents } = await open();
    await documents.change(by, ({ goals }) => goals.put(aGoal({ where: { team: { in: ["A"] } } })));
    const goal = await documents.goals.get("g1");
    expect(() => Object.assign(goal!, { target: 1 })).toThrow(TypeError);
    expect(() => Object.assign(goal!.where, { team: null })).toThrow(TypeError);
    ((await documents.goals.list()) as unknown[]).length = 0;
    expect(await documents.goals.list()).toHaveLength(1);
  });

  test("each change leaves one audit line: who, through what, before and after", async () => {
    const { documents, audit } = await open();
    await documents.change(by, ({ goals }) => goals.put(aGoal()));
    await documents.change({ who: "U0ADMIN", via: "terminal" }, ({ goals }) =>
      goals.put(aGoal({ target: 75, revision: 2 })),
    );
    await documents.change(by, ({ goals }) => goals.remove("g1"));
    await documents.change(by, async ({ goals }) => goals.get("g1"));
    expect(await audit()).toMatchObject([
      {
        who: "U0LEAD",
        via: "slack",
        at: "2026-11-16T08:00:00.000Z",
        edits: [{ collection: "goals", id: "g1", before: null, after: aGoal() }],
      },
      {
        who: "U0ADMIN",
        via: "terminal",
        edits: [{ before: { target: 80, revision: 1 }, after: { target: 75, revision: 2 } }],
      },
      { edits: [{ id: "g1", before: { target: 75 }, after: null }] },
    ]);
  });

  test("ids that look like parts of an object are just ids", async () => {
    const { documents, reopen } = await open();
    const ids = ["__proto__", "constructor", "toString"];
    await documents.change(by, async ({ people }) => {
      for (const id of ids) await people.put({ id, locale: null });
    });
    const again = await reopen();
    expect((await again.people.list()).map(({ id }) => id)).toEqual(ids);
    expect(await again.people.get("valueOf")).toBeNull();
  });

  test("its history is read back, the latest first, of what is asked for", async () => {
    const { documents, reopen } = await open();
    for (const target of [80, 81, 82]) {
      await documents.change(by, ({ goals }) => goals.put(aGoal({ target })));
    }
    await documents.change(by, ({ notes }) => notes.put(note));
    for (const store of [documents, await reopen()]) {
      expect(await told(store, "g1", 2)).toEqual([
        ["U0LEAD", [["g1", 82]]],
        ["U0LEAD", [["g1", 81]]],
      ]);
      expect(await told(store, null, 99)).toHaveLength(4);
      expect(await told(store, "g9", 99)).toEqual([]);
    }
  });

  test("what was done elsewhere is recorded, and no later change takes it back", async () => {
    const { documents, reopen } = await open();
    await documents.change(by, ({ goals }) => goals.put(aGoal()));
    const edit = { collection: "records", id: "tickets", before: { records: 3 }, after: null };
    await documents.record({ who: "scheduler", via: "retention" }, [edit]);
    const again = await reopen();
    await again.change(by, ({ goals }) => goals.put(aGoal({ target: 90 })));
    expect(await again.history(({ collection }) => collection === "records", 9)).toMatchObject([
      { who: "scheduler", via: "retention", edits: [edit] },
    ]);
  });

  test("a rewriting goes through every document and every line, and says how many", async () => {
    const { documents, reopen, audit } = await open();
    await documents.change(by, async ({ goals, notes }) => {
      await goals.put(aGoal({ owner: "U0LEAD", why: "Becky asked" }));
      await goals.put(aGoal({ id: "g2", owner: "U0OTHER", createdBy: "U0OTHER" }));
      await notes.put(note);
    });
    await documents.change({ who: "U0OTHER", via: "slack" }, ({ goals }) => goals.remove("g2"));
    const scrub = scrubFor({ names: ["Becky"], ids: ["U0LEAD"], pseudonym: "former agent 1" });
    expect(await documents.rewrite(scrub)).toMatchObject({
      documents: { goals: 1, notes: 1, digests: 0 },
      auditLines: 1,
    });
    const again = await reopen();
    for (const store of [documents, again]) {
      expect(await store.goals.get("g1")).toMatchObject({
        owner: "former agent 1",
        why: "former agent 1 asked",
      });
    }
    expect(JSON.stringify([await audit(), await everythingIn(again)])).not.toMatch(
      /U0LEAD|becky/iu,
    );
    // What comes after it is audited as ever.
    await again.change(by, ({ goals }) => goals.remove("g1"));
    expect(await audit()).toHaveLength(3);
  });

  test("what a message was drawn from is known after the ledger let go of it, without who was forgotten", async () => {
    const { documents, reopen } = await open();
    const ids = ["d1:C0A:2026-W47", "d1:C0B:2026-W47"];
    for (const id of ids) {
      const sending = aDelivery({ id, state: "sending", payload: drawn(id) });
      await documents.change(by, ({ deliveries }) => deliveries.put(sending));
    }
    for (const id of ids) {
      const sent = aDelivery({ id, state: "sent", ts: "1.2" });
      await documents.change(by, ({ deliveries }) => deliveries.put(sent));
      await documents.change(by, ({ deliveries }) => deliveries.put({ ...sent, shown: 1 }));
    }
    await documents.change(by, ({ deliveries }) => deliveries.remove("d1:C0A:2026-W47"));
    const wanted = [...ids, "d1:C0NEVER:2026-W47"];
    expect(await sentPayloads(documents, wanted)).toEqual(
      new Map(ids.map((id) => [id, drawn(id)])),
    );
    await documents.rewrite(scrubFor({ names: ["Becky"], ids: [], pseudonym: "former agent 1" }));
    const after = JSON.stringify([...(await sentPayloads(await reopen(), wanted)).values()]);
    expect(after).toContain("2026-W47, with former agent 1");
    expect(after).not.toContain("Becky");
  });
}
