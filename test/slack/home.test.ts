import { EventEmitter, once } from "node:events";
import { expect, test } from "vitest";
import { said, startBot } from "./bot-for-tests.ts";

test("a Home whose figures take their time shows first what needs none", async () => {
  const measured = new EventEmitter();
  const bot = await startBot([], {
    home: async () => {
      await once(measured, "done");
      return [said("Here they are")];
    },
  });
  const lena = bot.as("U0LENA");
  await lena.do({ kind: "open_home", tab: "home" });
  const first = await lena.sees((all) => all.home !== null);
  expect(JSON.stringify(first.home)).toContain("come in a moment");
  expect(JSON.stringify(first.home)).toContain("Language");
  measured.emit("done");
  const whole = await lena.sees((all) => JSON.stringify(all.home).includes("Here they are"));
  expect(JSON.stringify(whole.home)).not.toContain("come in a moment");
});
