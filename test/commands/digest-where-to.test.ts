import { expect, test } from "vitest";
import { digest } from "../../commands/digest.ts";
import type { Page } from "../../commands/command.ts";
import { pageBlocks } from "../../src/blocks/page-blocks.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { locales } from "../../src/i18n/locale.ts";
import { aDigest } from "../fixtures/digest.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";

const tickets = [
  ...ticketsOn("2026-11-10", 100, 90, { team: "Billing" }),
  ...ticketsOn("2026-11-10", 100, 40, { team: "Shipping" }),
];
const also = [
  { team: "Billing", channel: "C0BILLING" },
  { team: "Shipping", channel: "C0SHIPPING" },
];

async function servingTeams(more: Parameters<typeof deskOver>[1] = {}) {
  const parts = await deskOver({ tickets }, more);
  await parts.documents.change({ who: "U0LEAD", via: "slack" }, async ({ digests }) => {
    await digests.put(aDigest({ kpis: ["fcr"], also }));
    await digests.put(aDigest({ id: "d2", kpis: ["fcr"], channel: "C0ALONE" }));
  });
  const posted = () =>
    parts.slack.posts.map(({ channel }, at) => {
      const [row] = parts.slack.digests[at]?.rows ?? [];
      return `${channel} ${row?.valueText}`;
    });
  const say = async (words: string, asker = anAsker()): Promise<Page> => {
    const reply = await digest.run(words, asker, parts.desk);
    if (reply.kind !== "page") throw new Error(reply.kind);
    return reply;
  };
  return { ...parts, posted, say };
}

test("in one of its channels it is posted there, as it is there", async () => {
  const { say, posted } = await servingTeams();
  expect(await say("now d1", anAsker({ channel: "C0SHIPPING" }))).toMatchObject({ refused: false });
  expect(await say("now", anAsker({ channel: "C0BILLING" }))).toMatchObject({ refused: false });
  expect(posted()).toEqual(["C0SHIPPING 40.0 %", "C0BILLING 90.0 %"]);
});

test("a preview of it shows what comes where it is asked for, and its own channel elsewhere", async () => {
  const { desk } = await servingTeams();
  const value = async (channel: string | null) => {
    const reply = await digest.run("preview d1", anAsker({ channel }), desk);
    return reply.kind === "digest" ? reply.digest.rows[0]?.valueText : reply.kind;
  };
  expect(await value("C0BILLING")).toBe("90.0 %");
  expect(await value(null)).toBe("65.0 %");
});

test.each(locales)("anywhere else it is asked which channel is meant: %s", async (locale) => {
  const { say, posted } = await servingTeams();
  for (const channel of [null, "C0ELSEWHERE"]) {
    const which = await say("now D1", anAsker({ locale, channel }));
    expect(which.refused).toBe(true);
    expect(which.lines.join()).toContain("d1");
    expect(which.lines.join()).toMatch(/[?？]$/u);
    expect(which.hint).toContain("/digest now d1");
    expect(which.table?.rows).toEqual([
      ["1", { channel: "C0TEAM" }, "–"],
      ["2", { channel: "C0BILLING" }, "Billing"],
      ["3", { channel: "C0SHIPPING" }, "Shipping"],
    ]);
    expect(which.choices).toEqual([
      { label: "1", words: "digest now d1 post_to:C0TEAM" },
      { label: "2 · Billing", words: "digest now d1 post_to:C0BILLING" },
      { label: "3 · Shipping", words: "digest now d1 post_to:C0SHIPPING" },
    ]);
    expect(checkBlocks("message", pageBlocks(which, locale))).toEqual([]);
  }
  expect(posted()).toEqual([]);
  const pressed = await say("now d1 post_to:C0BILLING", anAsker({ locale, channel: null }));
  expect(pressed.refused).toBe(false);
  expect(posted()).toEqual([expect.stringMatching(/^C0BILLING 90/u)]);
});

test("the only channel of a digest needs no question, but one that is named and is not its own does", async () => {
  const { say, posted } = await servingTeams();
  expect(await say("now d2 post_to:C0TEAM", anAsker({ channel: null }))).toMatchObject({
    refused: true,
    choices: [{ words: "digest now d2 post_to:C0ALONE" }],
  });
  expect(posted()).toEqual([]);
  await say("now d2", anAsker({ channel: null }));
  expect(posted()).toEqual(["C0ALONE 65.0 %"]);
});

test("only channels that are open to the asker are offered, and only to those who may post", async () => {
  const { say, posted } = await servingTeams({
    mayRead: async (channel) => channel === "C0BILLING",
  });
  const stranger = anAsker({ id: "U0OTHER", channel: null });
  expect((await say("now d1", stranger)).choices).toEqual([
    { label: "1 · Billing", words: "digest now d1 post_to:C0BILLING" },
  ]);
  expect(await say("now d1 post_to:C0SHIPPING", stranger)).toMatchObject({
    refused: true,
    choices: [],
  });
  const member = anAsker({ id: "U0OTHER", role: "member", channel: null });
  expect(await say("now d1", member)).toMatchObject({
    lines: ["Only leads and admins may set up digests. Ask one of them."],
    choices: [],
  });
  expect(posted()).toEqual([]);
});
