import { expect, test } from "vitest";
import type { Asker, Choice, Reply } from "../../commands/command.ts";
import { home } from "../../commands/home.ts";
import { commands } from "../../commands/index.ts";
import { routeWords } from "../../commands/route.ts";
import { locales } from "../../src/i18n/locale.ts";
import { texts } from "../../src/i18n/texts.ts";
import { aDelivery, aDigest } from "../fixtures/digest.ts";
import { aGoal } from "../fixtures/goal.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "../commands/desk-for-tests.ts";

const tickets = [
  ...ticketsOn("2026-11-03", 100, 90, { team: "Billing", agent: "Ann" }),
  ...ticketsOn("2026-11-10", 100, 40, { team: "Billing", agent: "Ann" }),
];

/** What somebody is told who may not do what they asked for. */
const notAllowed = locales.flatMap((locale) => {
  const { goals, digests, explain, words, goalLife, people } = texts[locale];
  const { notes } = explain;
  return [
    goals.notAllowed,
    goals.notYours,
    digests.notAllowed,
    notes.notAllowed,
    notes.notYours,
    words.agents.ownOnly,
    goalLife.notAsked,
    people.adminsOnly,
    people.channelClosed,
  ];
});

function choicesOf(reply: Reply): readonly Choice[] {
  switch (reply.kind) {
    case "goals":
      return [...reply.choices, ...Object.values(reply.buttons).flat()];
    case "page":
    case "sheet":
      return reply.choices;
    // What a channel reads has its buttons for whoever reads there.
    case "digest":
    case "answer":
    case "form":
    case "file":
      return [];
  }
}

/** Goals and digests of somebody who set them up as a lead, is none any more, and of others. */
async function desk() {
  const parts = await deskOver({ tickets });
  await parts.documents.change({ who: "U0LEAD", via: "slack" }, async (all) => {
    const mine = { createdBy: "U0ONCE" };
    await all.digests.put(aDigest({ ...mine, kpis: ["fcr"] }));
    await all.digests.put(aDigest({ id: "d2", kpis: ["fcr"] }));
    await all.digests.put(aDigest({ ...mine, id: "d3", paused: true }));
    await all.deliveries.put(aDelivery({ state: "dead", reason: "refused" }));
    await all.goals.put(aGoal({ ...mine, owner: "U0ONCE" }));
    await all.goals.put(aGoal({ id: "g2", owner: "U0OTHER", createdBy: "U0OTHER" }));
    await all.goals.put(aGoal({ id: "g3", owner: "U0GONE", ownerGone: "U0GONE" }));
    await all.goals.put(aGoal({ id: "g4", archived: true }));
    await all.goals.put(aGoal({ ...mine, id: "g5", owner: "U0OTHER", draft: true }));
  });
  await parts.desk.notes.write({ day: "2026-11-10", text: "phones" }, { who: "U0LEAD", via: "x" });
  return parts.desk;
}

const asked = [
  "kpi",
  "kpi list",
  "kpi define fcr",
  "kpi notes",
  "kpi note phones down",
  "kpi why fcr last-week",
  "kpi top-agents last-quarter",
  "goal list archived",
  "goal odds",
  "digest list",
  "digest status",
  "help",
];

test("no button is shown that its reader may not use: of somebody who is no lead any more", async () => {
  const member: Asker = anAsker({ id: "U0ONCE", role: "member" });
  const told: string[] = [];
  const pressed = new Set<string>();
  const press = async (words: string): Promise<readonly Choice[]> => {
    if (pressed.has(words)) return [];
    pressed.add(words);
    // Each press on a desk of its own: what one changes is no other's matter.
    const { command, rest } = routeWords(words, commands);
    const reply = await command.run(rest, member, await desk());
    const isRefused = reply.kind === "page" && reply.refused;
    if (isRefused && notAllowed.some((text) => reply.lines.includes(text))) told.push(words);
    return choicesOf(reply);
  };
  let shown = (await home(member, await desk())).flatMap(choicesOf);
  for (const words of asked) shown = [...shown, ...(await press(words))];
  told.length = 0;
  for (let depth = 0; depth < 2; depth += 1) {
    const next: Choice[] = [];
    for (const { words } of shown) next.push(...(await press(words)));
    shown = next;
  }
  expect(told).toEqual([]);
  expect([...pressed]).toEqual(
    expect.arrayContaining(["digest edit d1", "digest resume d3", "goal edit g1", "goal start g5"]),
  );
  expect([...pressed]).not.toContain("digest now d1");
});

test("a lead is shown the button that posts one", async () => {
  const reply = await commands
    .find(({ name }) => name === "digest")!
    .run("show d1", anAsker(), await desk());
  expect(choicesOf(reply).map(({ words }) => words)).toContain("digest now d1");
});
