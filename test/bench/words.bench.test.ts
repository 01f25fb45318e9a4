import fc from "fast-check";
import { expect, test } from "vitest";
import { parseKpiWords } from "../../commands/words.ts";

const pieces = fc.constantFrom(
  ..."fcr firts contcat resoluton lastt week 2026- q3 : , .. channel: not by \" « <@U1> ＝ ９９ 지난주 上週 неделя ( [ __proto__ '; drop".split(
    " ",
  ),
);
const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 1_200 }),
  fc.array(pieces, { maxLength: 200 }).map((all) => all.join(" ")),
  fc.array(pieces, { maxLength: 200 }).map((all) => all.join("")),
  fc.tuple(pieces, fc.nat(1_200)).map(([piece, times]) => piece.repeat(times)),
);

test("no words whatever take longer than 50 ms to read", () => {
  const runs = Number(process.env["BENCH_WORDS"] ?? 100_000);
  let worst = { ms: 0, text: "" };
  fc.assert(
    fc.property(anything, (text) => {
      const began = performance.now();
      parseKpiWords(text);
      const ms = performance.now() - began;
      if (ms > worst.ms) worst = { ms, text };
    }),
    { numRuns: runs, seed: 5 },
  );
  process.stdout.write(
    `${runs} inputs, the slowest ${worst.ms.toFixed(1)} ms: ${JSON.stringify(worst.text.slice(0, 80))}\n`,
  );
  expect(worst.ms).toBeLessThan(50);
});
