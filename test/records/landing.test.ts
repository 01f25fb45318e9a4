import * as fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { type Desk, openDesk } from "./pulling.ts";

const desks: Desk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
/** As a careful program would write it: in quotes where it must be. */
const written = (text: string): string => (/[",;\r\n]/u.test(text) ? quoted(text) : text);

const text = fc
  .oneof(
    fc.string({ maxLength: 12 }),
    fc.string({ unit: "grapheme", maxLength: 6 }),
    fc.stringMatching(/^[a",;\n\r ']{0,8}$/u),
    fc.constantFrom("'); drop table tickets; --", '"', "\\", "NULL", "=1+1", "민아"),
  )
  .filter((each) => !each.includes("\0"));

test("every text comes back as it was written, whoever of the two readers took it", async () => {
  const desk = await openDesk();
  desks.push(desk);
  const source = {
    records: { tickets: { id: "Id", created_at: "At", customer: "Customer", url: "Address" } },
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }),
      fc.constantFrom("\n", "\r\n"),
      fc.constantFrom(",", ";"),
      fc.boolean(),
      async (rows, ending, delimiter, isPatient) => {
        // A blank line above the header is more than the engine's own reader is given.
        const head = `${isPatient ? ending : ""}${["Id", "At", "Customer", "Address"].join(delimiter)}`;
        const body = rows.map(([customer, url], at) =>
          [String(at), "2026-11-03", written(customer), written(url)].join(delimiter),
        );
        desk.write("a.csv", [head, ...body, ""].join(ending));
        await desk.records.forgetSources([]);
        await desk.pull(source);
        const held = await desk.records.query(
          "select customer, url from tickets order by cast(id as int)",
        );
        const expected = rows.map(([customer, url]) => ({
          customer: kept(customer),
          url: kept(url),
        }));
        expect(held).toEqual(expected);
      },
    ),
    { numRuns: 25 },
  );
});

/** Spaces around a text, of any width, are no part of it. */
function kept(given: string): string | null {
  const trimmed = given.replace(/^\p{Zs}+|\p{Zs}+$/gu, "");
  return trimmed === "" ? null : trimmed;
}

const two = (value: number): string => String(value).padStart(2, "0");

test("a duration is read as its parts say, and nothing else is a duration", async () => {
  const desk = await openDesk();
  desks.push(desk);
  const known = fc.oneof(
    fc.nat({ max: 100_000 }).map((s) => [String(s), s] as const),
    fc
      .tuple(fc.nat({ max: 999 }), fc.nat({ max: 59 }))
      .map(([m, s]) => [`${m}:${two(s)}`, m * 60 + s] as const),
    fc
      .tuple(fc.nat({ max: 999 }), fc.nat({ max: 59 }), fc.nat({ max: 59 }))
      .map(([h, m, s]) => [`${h}:${two(m)}:${two(s)}`, h * 3600 + m * 60 + s] as const),
  );
  const strange = fc
    .stringMatching(/^[0-9:]{1,9}$/u)
    .filter((each) => each.includes(":") && !/^\d{1,6}(:[0-5]\d){1,2}$/u.test(each))
    .map((each) => [each, null] as const);
  await fc.assert(
    fc.asyncProperty(
      fc.array(known, { minLength: 120, maxLength: 140 }),
      strange,
      async (durations, odd) => {
        const rows = [...durations, odd].map(([duration], at) => `${at},2026-11-03,${duration}`);
        desk.write("a.csv", ["Id,At,Talk", ...rows, ""].join("\n"));
        await desk.records.forgetSources([]);
        await desk.pull({
          records: {
            calls: {
              id: "Id",
              queued_at: "At",
              outcome: { value: "handled" },
              talk_seconds: { column: "Talk", as: "duration" },
            },
          },
        });
        const held = await desk.records.query(
          "select talk_seconds from calls order by cast(id as int)",
        );
        expect(held.map((row) => row["talk_seconds"])).toEqual(durations.map(([, s]) => s));
        expect(await desk.records.badRows("phones", 5)).toMatchObject([
          { record: rows.length, reason: "not_a_duration", value: odd[0] },
        ]);
      },
    ),
    { numRuns: 15 },
  );
});
