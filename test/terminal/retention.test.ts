import { expect, test } from "vitest";
import { locales } from "../../src/i18n/locale.ts";
import { afterTest } from "../closing.ts";
import { calls, configText, newPlace, openPlace, type } from "./desk.ts";

const rows = [...calls, "old1,2024-11-17 23:59,Y,5,Ann", "edge,2024-11-18 00:00,Y,5,Ann"];
// Two years before noon of 18 November 2026 in Berlin lie within 17 November 2024, a leap year behind it.
const keeping = `${configText}privacy: { keep_records: 730d }\n`;

test("the nightly job drops what is too old, says so in the audit log, and only once", async () => {
  const place = newPlace(rows);
  expect((await type(["pull"], { place })).out).toBe("phones: 42 rows, 42 changed\n");
  const kept = newPlace(rows, keeping);
  const app = await openPlace({ ...kept, data: place.data });
  afterTest(app.close);
  await app.dropOldRecords();
  await app.dropOldRecords();
  const { out } = await type(["audit", "--json"], { app });
  expect(JSON.parse(out)).toMatchObject({
    lines: [
      {
        who: "scheduler",
        via: "retention",
        edits: [
          {
            collection: "records",
            id: "calls",
            before: { records: 1 },
            after: { olderThan: "2024-11-18" },
          },
        ],
      },
    ],
  });
});

test("an answer about that time says that its records are gone, in every language", async () => {
  const place = newPlace(rows, keeping);
  await type(["pull"], { place });
  const asked = async (period: string, lang = "en") =>
    JSON.parse(
      (await type(["kpi", "answer_rate", period, "--json", "--lang", lang], { place })).out,
    );
  const gone = await asked("2023");
  expect([gone.value, gone.reason]).toEqual([
    null,
    {
      code: "records_dropped",
      text: "Records from before 18 Nov 2024 are not kept any more (privacy.keep_records).",
    },
  ]);
  // The whole of the first day that is kept is there: "edge" alone.
  const partly = await asked("2024-11");
  expect([partly.value, partly.sample]).toEqual([100, 1]);
  expect(partly.warnings[0]).toMatchObject({ code: "records_dropped" });
  const later = await asked("2026-11");
  expect(JSON.stringify(later)).not.toContain("records_dropped");
  const texts = await Promise.all(
    locales.map(async (lang) => (await asked("2023", lang)).reason.text as string),
  );
  expect(new Set(texts).size).toBe(locales.length);
});

test("without a limit everything stays", async () => {
  const place = newPlace(rows);
  await type(["pull"], { place });
  const app = await openPlace(place);
  afterTest(app.close);
  await app.dropOldRecords();
  expect((await type(["audit"], { app })).exit).toBe(1);
});
