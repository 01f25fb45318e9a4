import { expect, test } from "vitest";
import type { Desk } from "../../commands/desk.ts";
import { digest } from "../../commands/digest.ts";
import { stoppedAt } from "../../src/clock.ts";
import type { Fate } from "../fixtures/fake-slack.ts";
import { now, ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";

const tickets = ticketsOn("2026-11-10", 40, 30);

async function press(desk: Desk, channel = "C0TEAM"): Promise<string> {
  const reply = await digest.run("now", anAsker({ channel }), desk);
  return reply.kind === "page" ? reply.lines.join(" ") : reply.kind;
}
const later = (desk: Desk, seconds: number): Desk => ({
  ...desk,
  clock: stoppedAt(new Date(now.getTime() + seconds * 1000)),
});

test("two presses at once post one digest, and another within a minute says so", async () => {
  const { desk, slack } = await deskOver({ tickets });
  const both = await Promise.all([press(desk), press(desk)]);
  expect(slack.posts).toHaveLength(1);
  expect(both[0]).toBe("The digest is posted.");
  const again = await press(later(desk, 59));
  expect(again).toContain("less than a minute ago, so it is not posted again.");
  expect(slack.posts).toHaveLength(1);
});

test("a minute later, or in another channel, it is another digest", async () => {
  const { desk, slack } = await deskOver({ tickets });
  await press(desk);
  expect(await press(desk, "C0OTHER")).toBe("The digest is posted.");
  expect(await press(later(desk, 60))).toBe("The digest is posted.");
  expect(slack.posts.map(({ channel }) => channel)).toEqual(["C0TEAM", "C0OTHER", "C0TEAM"]);
});

test("what could not be posted may be tried again at once", async () => {
  const fates: Fate[] = ["refused", "ok"];
  const { desk, slack } = await deskOver({ tickets }, { fateOfPost: () => fates.shift() ?? "ok" });
  expect(await press(desk)).toContain("could not be posted");
  expect(await press(desk)).toBe("The digest is posted.");
  expect(slack.posts).toHaveLength(1);
});

test("one whose answer is awaited is not posted beside it", async () => {
  const { desk, slack } = await deskOver({ tickets }, { fateOfPost: () => "unanswered" });
  expect(await press(desk)).toContain("not answered yet");
  expect(await press(desk)).toContain("less than a minute ago");
  expect(slack.posts).toHaveLength(1);
});
