import { expect, test } from "vitest";
import { aComposedDigest } from "../fixtures/composed-digest.ts";
import { timerOf } from "../fixtures/timer-of.ts";
import { aDesk, minute } from "./ledger-desk.ts";

const amended = (nth: number) => ({
  channel: `C${nth}`,
  ts: `${nth}.2`,
  digest: aComposedDigest(),
  corrections: ["Corrected."],
});

test("corrections of many messages trickle out, no more than twenty a minute", async () => {
  const { start, time, clock, slack } = await aDesk({ digests: [] });
  const timer = timerOf(clock, (ms) => void (time.now = new Date(time.now.getTime() + ms)));
  const ledger = start("a", { timer });
  const made: number[] = [];
  for (let nth = 0; nth < 65; nth += 1) {
    expect(await ledger.amend(amended(nth))).toBe("done");
    made.push(time.now.getTime());
  }
  expect(slack.amended).toHaveLength(65);
  for (const at of made) {
    expect(made.filter((each) => each >= at && each < at + minute).length).toBeLessThanOrEqual(20);
  }
});

test("a process that stops changes no message any more", async () => {
  const { start, slack } = await aDesk({ digests: [] });
  const ledger = start("a");
  await ledger.stop();
  expect(await ledger.amend(amended(1))).toBe("later");
  expect(slack.amended).toEqual([]);
});
