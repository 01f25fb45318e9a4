import { expect, test } from "vitest";
import { aDesk, dueAt, minute } from "../scheduler/ledger-desk.ts";

test("500 digests of nine o'clock are posted within ten minutes, never more than Slack takes", async () => {
  const digests = Array.from({ length: 500 }, (_, index) => ({
    id: `d${index}`,
    channel: `C${index % 250}`,
  }));
  const { slack, start, documents, time } = await aDesk({ digests });
  const timer = {
    ms: () => time.now.getTime(),
    wait: async (ms: number) => {
      time.now = new Date(time.now.getTime() + ms);
    },
  };
  const ledger = start("a", { timer });
  await ledger.tick();
  time.now = dueAt;
  for (let seconds = 0; slack.posts.length < 500 && seconds < 700; seconds += 20) {
    await ledger.tick();
    time.now = new Date(time.now.getTime() + 20_000);
  }
  expect(time.now.getTime() - dueAt.getTime()).toBeLessThanOrEqual(10 * minute);
  expect(new Set(slack.posts.map(({ key }) => key)).size).toBe(500);
  const states = (await documents.deliveries.list()).map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(["sent"]));
}, 600_000);
