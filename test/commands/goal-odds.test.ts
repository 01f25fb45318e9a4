import { describe, expect, test } from "vitest";
import { toldOdds as told } from "../fixtures/told-odds.ts";
import type { Page } from "../../commands/command.ts";
import type { Desk } from "../../commands/desk.ts";
import { goal } from "../../commands/goal.ts";
import { tellingPoster } from "../../src/app/telling-poster.ts";
import { checkBlocks } from "../../src/blocks/check-blocks.ts";
import { pageBlocks } from "../../src/blocks/page-blocks.ts";
import { createPastOdds } from "../../src/digests/past-odds.ts";
import { composeDigest } from "../../src/digests/compose.ts";
import { locales } from "../../src/i18n/locale.ts";
import { addDays } from "../../src/periods/local-day.ts";
import type { LocalDay } from "../../src/periods/period.ts";
import { composeAsked } from "../fixtures/compose-asked.ts";
import { fakeSlack } from "../fixtures/fake-slack.ts";
import { aGoal } from "../fixtures/goal.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";

/** Solved at once, of a hundred a week; the last week ends on Sunday 15 November 2026. */
const good = [71, 69, 64, 70, 68, 71, 66, 70];
const sunday = (week: number): LocalDay => addDays("2026-11-15", 7 * (week - good.length + 1));
const tickets = good.flatMap((count, week) => ticketsOn(addDays(sunday(week), -3), 100, count));
const running = aGoal({
  target: 78,
  baseline: { value: 68, sample: 100, from: "2026-09-21", to: "2026-09-27" },
});

async function aDesk() {
  const made = await deskOver({ tickets });
  await made.documents.change({ who: "test", via: "test" }, ({ goals }) => goals.put(running));
  return made;
}

const keep = (from: LocalDay, target: number) =>
  told({ direction: "keep", from, target, at: `${from}T08:00:00.000Z` });

async function pageOf(desk: Desk, locale: (typeof locales)[number] = "en"): Promise<Page> {
  const reply = await goal.run("odds", anAsker({ locale }), desk);
  if (reply.kind !== "page") throw new Error("no page");
  return reply;
}

describe("odds that were told", () => {
  test("are kept once a week when a goal is shown, and again when it became another promise", async () => {
    const { desk, oddsLog } = await aDesk();
    await goal.run("show g1", anAsker(), desk);
    await goal.run("show g1", anAsker(), desk);
    await goal.run("list", anAsker(), desk);
    expect(await oddsLog.told()).toMatchObject([
      { goal: "g1", target: 78, deadline: "2026-12-31", from: "2026-11-16", direction: "reach" },
    ]);
    await desk.goals.edit(
      "g1",
      { change: { target: 76 }, reason: "easier", revision: 1, submission: "1" },
      { who: "U0LEAD", via: "test" },
    );
    await goal.run("show g1", anAsker(), desk);
    expect((await oddsLog.told()).map(({ target }) => target)).toEqual([78, 76]);
  });

  test("are kept of a digest that was posted, not of one that was not", async () => {
    const { desk, ports, oddsLog } = await aDesk();
    const message = { kind: "digest", digest: await composeDigest(composeAsked(), ports) } as const;
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const plainly = { thread: null, ensure: () => {} };
    const posting = (fate: "ok" | "busy") =>
      tellingPoster(fakeSlack({ now: desk.clock.now, fateOfPost: () => fate }), desk.pastOdds, log);
    await expect(posting("busy").post("C0TEAM", message, "key", plainly)).rejects.toThrow("429");
    expect(await oddsLog.told()).toEqual([]);
    await posting("ok").post("C0TEAM", message, "key", plainly);
    expect(await oddsLog.told()).toMatchObject([
      { goal: "g1", odds: message.digest.goals[0]?.odds },
    ]);
  });

  test("come true as the records say, each against its own target and deadline", async () => {
    const { desk, oddsLog } = await aDesk();
    const rows = good.flatMap((_, week) =>
      [66, 70, 74].flatMap((target) =>
        (["up", "down"] as const).map((towards) =>
          told({ target, towards, deadline: sunday(week), odds: target }),
        ),
      ),
    );
    await oddsLog.tell(rows);
    const settled = await desk.pastOdds.settled();
    expect(settled).toHaveLength(rows.length);
    rows.forEach(({ target, towards, deadline }, index) => {
      const count = good[good.findIndex((_, week) => sunday(week) === deadline)] ?? 0;
      const reached = towards === "up" ? count >= target : count <= target;
      expect([deadline, target, towards, settled[index]?.reached]).toEqual([
        deadline,
        target,
        towards,
        reached,
      ]);
    });
  });

  test("to keep a level come true where every week after them held it", async () => {
    const { desk, oddsLog } = await aDesk();
    // The week of 64 is the third, the one of 66 the last but one.
    await oddsLog.tell([
      keep(addDays(sunday(1), 1), 65),
      keep(addDays(sunday(2), 1), 65),
      keep(addDays(sunday(5), 1), 67),
      keep(addDays(sunday(6), 1), 67),
    ]);
    const settled = await desk.pastOdds.settled();
    expect(settled.map(({ reached }) => reached)).toEqual([false, true, false, true]);
  });

  test("to keep within a band come true where no week left it, on either side", async () => {
    const { desk, oddsLog } = await aDesk();
    const from = addDays(sunday(4), 1);
    // After the fifth week come 71, 66 and 70.
    const bands = [
      [66, 71],
      [66, 70],
      [67, 71],
      [60, 80],
    ] as const;
    await oddsLog.tell(bands.map(([target, upTo]) => ({ ...keep(from, target), upTo })));
    const settled = await desk.pastOdds.settled();
    expect(settled.map(({ reached }) => reached)).toEqual([true, false, false, true]);
  });

  test("stay open until the deadline is past, and where there is nothing to judge by", async () => {
    const { desk, oddsLog } = await aDesk();
    await oddsLog.tell([
      told({ deadline: "2026-11-18" }),
      told({ deadline: "2026-03-15", at: "2026-03-01T08:00:00.000Z", from: "2026-03-02" }),
      told({ goal: "g99" }),
    ]);
    expect(await desk.pastOdds.settled()).toEqual([]);
  });

  test("once settled stay so, and a look back neither tells nor writes", async () => {
    const { desk, ports, oddsLog, documents } = await aDesk();
    await oddsLog.tell([told({ target: 70 })]);
    const back = createPastOdds({ ...ports, log: oddsLog, isLookingBack: true });
    expect(await back.settled()).toHaveLength(1);
    await back.tell([{ id: "g1", odds: 50, target: 78, deadline: "2026-12-31" }]);
    expect(await oddsLog.told()).toHaveLength(1);
    const [{ reached } = { reached: null }] = await desk.pastOdds.settled();
    await documents.change({ who: "x", via: "test" }, ({ goals }) => goals.remove("g1"));
    expect(await desk.pastOdds.settled()).toMatchObject([{ reached }]);
  });
});

describe("the page of past odds", () => {
  test.each(locales)(
    "says in %s that there are too few, until there are enough",
    async (locale) => {
      const { desk, oddsLog } = await aDesk();
      const few = await pageOf(desk, locale);
      expect([few.table, few.refused]).toEqual([null, false]);
      const weekly = good.flatMap((_, week) =>
        [63, 67, 69].map((target) => told({ target, deadline: sunday(week), odds: target })),
      );
      await oddsLog.tell([...weekly, told({ target: 74, odds: 12 })]);
      const page = await pageOf(desk, locale);
      const count = weekly.filter(({ target, deadline }) => {
        const week = good.findIndex((_, each) => sunday(each) === deadline);
        return (good[week] ?? 0) >= target;
      }).length;
      const rows = page.table?.rows ?? [];
      expect(rows).toHaveLength(2);
      // 63, 67 and 69 make 66 on average; of the twelve nothing can be said.
      const reached = Math.round((100 * count) / weekly.length);
      expect(
        rows[1]?.map((cell) => (typeof cell === "string" ? cell : "").replace(/[\s ]/gu, "")),
      ).toEqual(["60–70%", "66%", `${reached}%`, String(weekly.length)]);
      expect(rows[0]?.[1]).toBe(rows[0]?.[2]);
      for (const each of [few, page]) {
        expect(checkBlocks("message", pageBlocks(each, locale))).toEqual([]);
        expect(JSON.stringify(each)).not.toMatch(/\{\w+\}/u);
      }
    },
  );
});
