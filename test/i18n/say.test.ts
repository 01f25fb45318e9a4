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
