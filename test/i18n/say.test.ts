import { expect, test } from "vitest";
import { fill, say } from "../../src/i18n/say.ts";

test("what ends with a stop of its own gets no second one, and dots that belong together stay", () => {
  const change = "−6,4 п. п.";
  const mover = say("ru", (t) => t.digestMore.mover, { kpi: "FCR", change, reason: "Вот." });
  expect(mover).toBe("FCR, −6,4 п. п. Вот.");
  expect(fill("en", "{a}. {b}.", { a: "2027 г.", b: 1 })).toBe("2027 г. 1.");
  expect(fill("en", "{a}... {b}…", { a: "и т. д.", b: "x" })).toBe("и т. д.... x…");
  expect(fill("en", "{a}.{missing}.", { a: "x" })).toBe("x.{missing}.");
});

test("a space parts Chinese from figures, and not from a unit that is written in Chinese", () => {
  const goal = { value: "14 小時 10 分", target: "4 小時" };
  expect(fill("zh-TW", "從 {value} 降到 {target} 以下。", goal)).toBe(
    "從 14 小時 10 分降到 4 小時以下。",
  );
  expect(fill("zh-TW", "從 {value} 降到 {target} 以下。", { value: "90%", target: 80 })).toBe(
    "從 90% 降到 80 以下。",
  );
  expect(fill("zh-TW", "{a} {b}，{c} email", { a: "客服", b: "一組", c: "電話" })).toBe(
    "客服 一組，電話 email",
  );
});
