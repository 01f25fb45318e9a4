import { expect, test } from "vitest";
import { stoppedAt } from "../../src/clock.ts";
import { openDesk } from "../records/pulling.ts";
import { ask, now, periods, reportsOver } from "./ask.ts";

const scores = ["5", "4", "6", "5", "7", "5", "3", "5", "5", "9"];

test("rows set aside are told where they would have been in the figure, and nowhere else", async () => {
  const desk = await openDesk({ clock: stoppedAt(now), zone: periods.zone });
  const rows = scores.map((score, at) => `${at},2026-11-10 09:00,2026-11-10 10:00,${score}`);
  desk.write("desk.csv", ["Id,Created,Replied,Score", ...rows, ""].join("\n"));
  await desk.pull({
    name: "sv",
    records: {
      tickets: { id: "Id", created_at: "Created", first_response_at: "Replied" },
      surveys: {
        id: "Id",
        kind: { value: "csat" },
        scale: { value: [1, 5] },
        answered_at: "Replied",
        score: "Score",
      },
    },
  });
  const reports = await reportsOver({}, { records: desk.records });
  const said = async (kpi: "csat" | "first_response_time") => {
    const { sample, warnings } = await ask(reports, { kpi });
    return { sample, aside: warnings.filter(({ code }) => code === "set_aside") };
  };
  const outside = scores.filter((score) => Number(score) > 5).length;
  expect(await said("csat")).toEqual({
    sample: scores.length - outside,
    aside: [
      {
        code: "set_aside",
        text: `sv: ${outside} rows were set aside at the last pull; the receipt says why.`,
      },
    ],
  });
  expect(await said("first_response_time")).toEqual({ sample: scores.length, aside: [] });
  await desk.close();
});
