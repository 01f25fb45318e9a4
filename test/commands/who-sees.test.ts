import { expect, test } from "vitest";
import type { Asker, Reply } from "../../commands/command.ts";
import { digest } from "../../commands/digest.ts";
import { goal } from "../../commands/goal.ts";
import { home } from "../../commands/home.ts";
import { aDelivery, aDigest } from "../fixtures/digest.ts";
import { aGoal } from "../fixtures/goal.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";

const secret = "Cut the Zurich team";
const inside = new Set(["U0INSIDE"]);

/** Two goals and two digests, one each of a private channel. */
async function twoChannels() {
  const found = await deskOver(
    { tickets: ticketsOn("2026-11-10", 100, 70) },
    { mayRead: async (channel, person) => channel !== "C0PRIVATE" || inside.has(person) },
  );
  const closed = { channel: "C0PRIVATE", createdBy: "U0MAKER" };
  await found.documents.change({ who: "test", via: "test" }, async (draft) => {
    await draft.goals.put(aGoal({ id: "g1", owner: "U0OPEN", createdBy: "U0OPEN" }));
    await draft.goals.put(aGoal({ id: "g2", ...closed, owner: "U0OWNER", why: secret }));
    await draft.goals.put(aGoal({ id: "g3", ...closed, archived: true, why: secret }));
    await draft.digests.put(aDigest({ id: "d1", channel: "C0OPEN" }));
    await draft.digests.put(aDigest({ id: "d2", ...closed }));
    await draft.deliveries.put(aDelivery({ id: "one", digest: "d1", channel: "C0OPEN" }));
    await draft.deliveries.put(aDelivery({ id: "two", digest: "d2", channel: "C0PRIVATE" }));
  });
  return found;
}

const as = (id: string, role: Asker["role"] = "member") => anAsker({ id, role, channel: null });
const text = (replies: Reply | readonly Reply[]) => JSON.stringify(replies);

const insiders: readonly Asker[] = [
  as("U0INSIDE"),
  as("U0OWNER"),
  as("U0MAKER"),
  as("U0ADMIN", "admin"),
];
const outsiders: readonly Asker[] = [as("U0OUTSIDE"), as("U0OUTLEAD", "lead")];

const words: readonly string[] = [
  "list",
  "show g2",
  "show G2",
  "history g2",
  "edit g2",
  "check-in g2 hello",
  "pause g2",
  "archive g2",
  "list archived",
];

test("no words show a goal of a private channel to who is not in it, not even a lead", async () => {
  const { desk, documents } = await twoChannels();
  const before = await documents.goals.list();
  for (const asker of outsiders) {
    for (const each of words) {
      const reply = await goal.run(each, asker, desk);
      expect([each, text(reply)]).not.toEqual([each, expect.stringContaining(secret)]);
    }
    expect(await goal.run("show g2", asker, desk)).toEqual(
      expect.objectContaining({ refused: true, lines: [expect.stringContaining("g2")] }),
    );
    expect(text(await home(asker, desk))).not.toContain("C0PRIVATE");
  }
  expect(await documents.goals.list()).toEqual(before);
});

test("forged forms of it change nothing", async () => {
  const { desk, documents } = await twoChannels();
  const before = await documents.goals.list();
  const values = { text: "hello", target: "10 %", deadline: "2026-12-31", owner: "U0X", why: "x" };
  for (const state of ["check-in:g2:form", "edit:g2:1:form"]) {
    expect(await goal.submit!(state, values, as("U0OUTLEAD", "lead"), desk)).toMatchObject({
      ok: false,
    });
  }
  expect(await documents.goals.list()).toEqual(before);
});

test("its members, its owner, whoever set it and admins see it", async () => {
  const { desk } = await twoChannels();
  for (const asker of insiders) {
    expect(text(await goal.run("list", asker, desk))).toContain(secret);
    expect(text(await goal.run("show g2", asker, desk))).toContain(secret);
    expect(text(await goal.run("history g2", asker, desk))).toContain("g2");
  }
  for (const asker of [...insiders, ...outsiders]) {
    expect(text(await goal.run("show g1", asker, desk))).toContain("g1");
  }
});

test("digests and their fates likewise; a preview of a closed channel holds none of its goals", async () => {
  const { desk } = await twoChannels();
  for (const asker of outsiders) {
    for (const each of ["list", "status"]) {
      const reply = text(await digest.run(each, asker, desk));
      expect(reply).toContain("C0OPEN");
      expect(reply).not.toContain("C0PRIVATE");
    }
    expect(text(await digest.run("pause d2", asker, desk))).toContain('"refused":true');
    const preview = await digest.run("preview post_to:C0PRIVATE", asker, desk);
    expect(text(preview)).toContain("fcr");
    expect(text(preview)).not.toContain(secret);
  }
  const asAdmin = as("U0ADMIN", "admin");
  expect(text(await digest.run("list", asAdmin, desk))).toContain("C0PRIVATE");
  expect(text(await digest.run("preview d2", asAdmin, desk))).toContain(secret);
});

test("nobody sets or moves a goal to a channel that they cannot read", async () => {
  const { desk, documents } = await twoChannels();
  const before = await documents.goals.list();
  const outLead = as("U0OUTLEAD", "lead");
  const closed = {
    ok: false,
    errors: { post_to: expect.stringContaining("private") },
  };
  for (const words of ["fcr target:80%", "edit g1"]) {
    const form = await goal.run(
      `${words} post_to:C0PRIVATE why:"So that nobody waits"`,
      outLead,
      desk,
    );
    if (form.kind !== "form") throw new Error("no form");
    const values = Object.fromEntries(form.fields.map(({ id, initial }) => [id, initial]));
    const there = { ...values, owner: "U0OPEN", post_to: "C0PRIVATE" };
    expect(await goal.submit!(form.state, there, outLead, desk)).toMatchObject(closed);
  }
  expect(await documents.goals.list()).toEqual(before);
});

test("nobody posts a digest by hand where they cannot read", async () => {
  const { desk, slack } = await twoChannels();
  const outLead = as("U0OUTLEAD", "lead");
  for (const words of ["now post_to:C0PRIVATE", "now d2"]) {
    expect(await digest.run(words, outLead, desk)).toMatchObject({ refused: true });
  }
  expect(slack.posts).toEqual([]);
  expect(await digest.run("now post_to:C0OPEN", outLead, desk)).toMatchObject({ refused: false });
  await digest.run("now post_to:C0PRIVATE", as("U0ADMIN", "admin"), desk);
  expect(slack.posts.map(({ channel }) => channel)).toEqual(["C0OPEN", "C0PRIVATE"]);
});

test("a digest of a channel that they cannot see is not replaced by theirs", async () => {
  const { desk, documents } = await twoChannels();
  const before = await documents.digests.get("d2");
  const form = await digest.run("post_to:C0PRIVATE", as("U0OUTLEAD", "lead"), desk);
  if (form.kind !== "form") throw new Error("no form");
  expect(form.notices.join(" ")).not.toContain("d2");
  const values = Object.fromEntries(form.fields.map(({ id, initial }) => [id, initial]));
  const submitted = await digest.submit!(form.state, values, as("U0OUTLEAD", "lead"), desk);
  expect(submitted).toMatchObject({
    ok: false,
    errors: { post_to: expect.stringContaining("private") },
  });
  expect(await documents.digests.get("d2")).toEqual(before);
});
