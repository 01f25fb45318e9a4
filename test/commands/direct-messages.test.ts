import { describe, expect, test } from "vitest";
import type { Asker, Page, PageCell, Reply } from "../../commands/command.ts";
import { digest } from "../../commands/digest.ts";
import { home } from "../../commands/home.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { homeView } from "../../src/blocks/home-view.ts";
import type { Delivery } from "../../src/documents/shape.ts";
import { locales } from "../../src/i18n/locale.ts";
import { drawPart } from "../../src/slack/draw.ts";
import { toJson } from "../../src/terminal/to-json.ts";
import { aDelivery } from "../fixtures/digest.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";

const secret = "Anna is far behind";

const to = (person: string, id: string, change: Partial<Delivery>): Delivery =>
  aDelivery({
    id,
    kind: "reminder",
    digest: null,
    channel: person,
    owner: person,
    occurrence: id,
    payload: { kind: "reminder", title: secret },
    ...change,
  });
const on = (day: number, time = "08:00") =>
  `2026-11-${String(day).padStart(2, "0")}T${time}:00.000Z`;
const sentOn = (day: number, at = on(day)) =>
  ({ state: "sent", dueAt: on(day), sentAt: at, ts: "1.0" }) as const;

/** Anna gets what she should, late once; Ben's alert failed. */
const deliveries: readonly Delivery[] = [
  to("U0ANNA", "checkpoint:g1:a", { about: "g1", ...sentOn(2) }),
  to("U0ANNA", "checkpoint:g1:b", { about: "g1", ...sentOn(9) }),
  to("U0ANNA", "checkpoint:g1:c", { about: "g1", ...sentOn(10, on(10, "09:30")) }),
  to("U0ANNA", "checkpoint:g2:a", {
    about: "g2",
    dueAt: on(11),
    state: "skipped",
    reason: "needless",
  }),
  to("U0ANNA", "fell:g3:x", {
    about: "g3",
    kind: "alert",
    dueAt: on(18),
    reason: "busy",
    state: "retry",
  }),
  to("U0ANNA", "test:U0ANNA:x", { kind: "asked", digest: "test", ...sentOn(1) }),
  to("U0BEN", "fell:g7:behind:x", {
    about: "g7",
    kind: "alert",
    dueAt: on(12),
    state: "dead",
    reason: "refused",
    told: true,
  }),
  to("U0BEN", "checkpoint:g7:a", { about: "g7", ...sentOn(3) }),
];

async function aDesk(kept: readonly Delivery[] = deliveries) {
  const found = await deskOver({ tickets: ticketsOn("2026-11-10", 100, 70) });
  await found.documents.change({ who: "scheduler", via: "scheduler" }, async (draft) => {
    for (const each of kept) await draft.deliveries.put(each);
  });
  return found.desk;
}

const as = (id: string, role: Asker["role"] = "member", more: Partial<Asker> = {}) =>
  anAsker({ id, role, channel: null, ...more });
const isDirect = (row: readonly PageCell[]) =>
  row.some((cell) => typeof cell === "object" && "person" in cell);
const rowsIn = (replies: readonly Reply[]) =>
  replies
    .flatMap((reply) => (reply.kind === "page" ? (reply.table?.rows ?? []) : []))
    .filter(isDirect);

const anna = [
  ["alert (g3)", { person: "U0ANNA" }, "will be tried again: Slack was too busy for too long"],
  ["reminder (g2)", { person: "U0ANNA" }, "skipped: it was not needed any more"],
  ["reminder (g1)", { person: "U0ANNA" }, "sent late: 10 Nov 2026, 10:30"],
  ["reminder (g1) × 2", { person: "U0ANNA" }, "sent"],
  ["by hand", { person: "U0ANNA" }, "sent"],
];
const without = (rows: ReturnType<typeof rowsIn>) =>
  rows.map(([what, , person, fate]) => [what, person, fate]);

async function tableOf(kept: readonly Delivery[]) {
  const reply = (await digest.run("status", as("U0ANNA"), await aDesk(kept))) as Page;
  const table = drawPart(reply, as("U0ANNA")).find((each) => each.type === "data_table")!;
  const [head, ...rows] = table.rows.map((row) => JSON.stringify(row));
  return { head, rows, size: table.page_size };
}

describe("what became of messages to one person", () => {
  test("they see themselves, in their status and on Home, the latest first, alike in one row", async () => {
    const desk = await aDesk();
    const status = rowsIn([await digest.run("status", as("U0ANNA"), desk)]);
    expect(without(status)).toEqual(anna);
    expect(status[3]?.[1]).toBe("9 Nov 2026, 09:00 (Europe/Berlin)");
    expect(without(rowsIn(await home(as("U0ANNA"), desk)))).toEqual(anna.slice(0, 3));
    const ben = [
      ["alert (g7)", { person: "U0BEN" }, "not delivered: Slack refused it"],
      ["reminder (g7)", { person: "U0BEN" }, "sent"],
    ];
    expect(without(rowsIn([await digest.run("status", as("U0BEN"), desk)]))).toEqual(ben);
    expect(without(rowsIn(await home(as("U0BEN"), desk)))).toEqual(ben);
  });

  test.each<[string, Asker]>([
    ["a lead", as("U0LEAD", "lead")],
    ["another member", as("U0OTHER")],
    ["a guest whom one was sent to", as("U0ANNA", "stranger")],
  ])("%s sees nothing of, whatever the words", async (_name, asker) => {
    const desk = await aDesk();
    for (const words of ["status", "status d1", "list", "status post_to:U0ANNA"]) {
      const reply = await digest.run(words, asker, desk);
      expect(JSON.stringify(reply)).not.toMatch(/U0BEN|g[237]\b|far behind/u);
      expect(rowsIn([reply])).toEqual([]);
    }
    const stranger = asker.role === "stranger";
    const shown = stranger ? [] : await home(asker, desk);
    expect(JSON.stringify(shown)).not.toMatch(/U0BEN|g7|far behind/u);
    expect(rowsIn(shown)).toEqual([]);
  });

  test("admins see that one failed, and not what it was about; what arrived they do not see", async () => {
    const desk = await aDesk();
    const failed = [["alert", { person: "U0BEN" }, "not delivered: Slack refused it"]];
    for (const asker of [as("U0ADMIN", "admin"), as("terminal", "admin")]) {
      const status = (await digest.run("status", asker, desk)) as Page;
      const shown = [status, ...(await home(asker, desk))];
      expect(without(rowsIn([status]))).toEqual(failed);
      expect(without(rowsIn(shown))).toEqual([...failed, ...failed]);
      expect(JSON.stringify(shown)).not.toMatch(/g7|U0ANNA|far behind/u);
      expect(JSON.parse(toJson(status)).table.rows).toEqual(status.table?.rows);
    }
  });

  test("of an admin stands before what failed of others", async () => {
    const desk = await aDesk();
    const rows = rowsIn([await digest.run("status", as("U0ANNA", "admin"), desk)]);
    expect(without(rows)).toEqual(anna);
    const few = await aDesk(deliveries.filter(({ occurrence }) => !occurrence.startsWith("check")));
    const short = rowsIn([await digest.run("status", as("U0ANNA", "admin"), few)]);
    expect(without(short)).toEqual([
      anna[0],
      anna[4],
      ["alert", { person: "U0BEN" }, "not delivered: Slack refused it"],
    ]);
  });

  test("is short, however many there are, and says how many more", async () => {
    const desk = await aDesk(
      Array.from({ length: 40 }, (_, at) =>
        to(`U0P${at % 20}`, `checkpoint:${at}`, { dueAt: on(1), state: "dead", reason: "refused" }),
      ),
    );
    const asker = as("U0ADMIN", "admin");
    const status = (await digest.run("status", asker, desk)) as Page;
    expect(status.table?.rows.map(([what]) => what)).toEqual(Array(5).fill("reminder × 2"));
    expect(status.hint).toBe("30 more direct messages are not shown.");
    expect(rowsIn(await home(asker, desk))).toHaveLength(3);
  });

  test("stands on the first page of the table, however many deliveries channels had", async () => {
    const inChannels = Array.from({ length: 12 }, (_, at) =>
      aDelivery({ id: `d1:C0TEAM:${at}`, dueAt: on(at + 1), state: "skipped", reason: "missed" }),
    );
    const { head, rows, size } = await tableOf([...inChannels, ...deliveries]);
    expect(rows.filter((row) => row.includes("U0ANNA"))).toHaveLength(5);
    expect(rows.filter((row) => row.includes("C0TEAM"))).toHaveLength(5);
    expect(rows).toHaveLength(size!);
    expect(head).toMatch(/Message.*Due.*To.*State/u);
    const others = await tableOf(inChannels);
    expect(others.rows).toHaveLength(size!);
    expect(others.head).toMatch(/Digest.*Due.*Channel.*State/u);
  });

  test.each(locales)("is said in %s, by blocks that Slack takes", async (locale) => {
    const desk = await aDesk();
    const asker = as("U0ANNA", "member", { locale });
    const reply = (await digest.run("status", asker, desk)) as Page;
    const blocks = drawPart(reply, asker);
    expect(checkBlocks("message", { text: "–", blocks })).toEqual([]);
    const parts = (await home(asker, desk)).flatMap((part) =>
      part.kind === "form" ? [] : [drawPart(part, asker)],
    );
    const view = homeView(parts, "–");
    expect(checkBlocks("home", view)).toEqual([]);
    const shown = JSON.stringify([blocks, view]);
    expect(shown).toContain("U0ANNA");
    expect(shown).not.toMatch(/\{\w+\}|undefined/u);
    expect(rowsIn([reply])).toHaveLength(5);
  });
});
