import { describe, expect, test } from "vitest";
import { digest } from "../../commands/digest.ts";
import { locales } from "../../src/i18n/locale.ts";
import { ticketsOn } from "../reports/ask.ts";
import { anAsker, deskOver } from "./desk-for-tests.ts";
import { formFor, initials, linesOf, submit } from "./digest-form.ts";
import { tickets, errorsOf } from "./digest-desk.ts";

describe("what a digest tells about", () => {
  test("chosen in the form, brings its day and its time, and shows when it comes", async () => {
    const { desk } = await deskOver({ tickets });
    const form = await formFor("", desk);
    expect(form.notices.at(-1)).toMatch(/^Next: Monday,? 23 November 2026 at 09:00/u);
    const values = { ...initials(form), period: "this-week" };
    const friday = await digest.refresh!(form.state, values, anAsker(), desk);
    expect(initials(friday)).toMatchObject({ period: "this-week", weekday: "5", time: "16:00" });
    expect(friday.notices.at(-1)).toMatch(
      /^Next: Friday,? 20 November 2026 at 16:00.*27 November.*4 December/u,
    );
    const typed = { ...initials(friday), time: "15:00" };
    const again = await digest.refresh!(friday.state, typed, anAsker(), desk);
    expect(initials(again)).toMatchObject({ time: "15:00" });
    const month = await digest.refresh!(
      friday.state,
      { ...typed, period: "last-month" },
      anAsker(),
      desk,
    );
    expect(month.fields.map(({ id }) => id)).not.toContain("weekday");
    expect(month.notices.at(-1)).toMatch(
      /^Next: Tuesday,? 1 December 2026 at 09:00.*1 January.*1 February/u,
    );
  });

  test.each([
    ["this-week", "every Friday at 16:00 (Europe/Berlin), the week so far"],
    [
      "last-month",
      "the first working day of each month at 09:00 (Europe/Berlin), the month before",
    ],
  ])("is kept and said: %s", async (period, schedule) => {
    const { desk } = await deskOver({ tickets });
    const result = await submit(await formFor(`period:${period}`, desk), {}, desk);
    expect(result.ok && linesOf(result.reply)[0]).toBe(`Saved: digest d1, ${schedule}.`);
    const list = await digest.run("list", anAsker(), desk);
    expect(JSON.stringify(list)).toContain(schedule);
  });

  test("is measured so: the week so far against the same days of the last", async () => {
    const all = [
      ...ticketsOn("2026-11-09", 100, 80),
      ...ticketsOn("2026-11-13", 500, 0),
      ...ticketsOn("2026-11-16", 100, 60),
    ];
    const { desk } = await deskOver({ tickets: all });
    await submit(await formFor("period:this-week", desk), { kpis: "fcr" }, desk);
    const reply = await digest.run("preview", anAsker(), desk);
    // By hand, Wednesday noon: Monday's 60 of 100 against the last Monday's 80 of 100, not Friday's.
    expect(reply).toMatchObject({
      kind: "digest",
      digest: { rows: [{ value: 60, change: -20, sample: 100 }] },
    });
    expect(JSON.stringify(reply)).toContain("kpi fcr 2026-W47");
  });

  test("is measured so: the whole month before against the month before it", async () => {
    const all = [
      ...ticketsOn("2026-09-30", 100, 90),
      ...ticketsOn("2026-10-01", 50, 25),
      ...ticketsOn("2026-10-31", 50, 25),
      ...ticketsOn("2026-11-02", 100, 100),
    ];
    const { desk } = await deskOver({ tickets: all });
    await submit(await formFor("period:last-month", desk), { kpis: "fcr" }, desk);
    expect(await digest.run("preview", anAsker(), desk)).toMatchObject({
      digest: {
        title: expect.stringMatching(/^Monthly digest · /u),
        rows: [{ value: 50, change: -40, sample: 100 }],
      },
    });
  });
});

describe("how many KPIs", () => {
  const six = "fcr csat nps asa aht ces";

  test("five, or more for those who say that they want more", async () => {
    const { desk } = await deskOver({ tickets });
    const form = await formFor("", desk);
    expect(errorsOf(await submit(form, { kpis: six }, desk))).toEqual({
      kpis: "These are more than five. Choose “Up to 10” above if they are really wanted.",
    });
    expect(await submit(form, { kpis: six, most: "10" }, desk)).toMatchObject({ ok: true });
    expect((await desk.digests.find("d1"))?.kpis).toHaveLength(6);
    expect(initials(await formFor("edit d1", desk))).toMatchObject({ most: "10" });
  });

  test("and never more than ten", async () => {
    const { desk } = await deskOver({ tickets });
    const eleven = `${six} esat backlog reopen_rate occupancy transfer_rate`;
    const result = await submit(await formFor("", desk), { kpis: eleven, most: "10" }, desk);
    expect(errorsOf(result)).toEqual({
      kpis: "At most 10 KPIs, even where more than five are wanted.",
    });
  });
});

describe("an edit", () => {
  test("that met another is refused calmly; nothing of either is lost", async () => {
    const { desk } = await deskOver({ tickets });
    await submit(await formFor("", desk), {}, desk);
    const [mine, theirs] = [await formFor("edit d1", desk), await formFor("edit d1", desk)];
    expect(mine.title).toBe("Edit digest d1");
    await submit(theirs, { time: "10:00" }, desk, anAsker({ id: "U0OTHER" }));
    expect(errorsOf(await submit(mine, { time: "11:00" }, desk))).toEqual({
      post_to:
        "Digest d1 was changed by somebody else meanwhile. Nothing was saved: open it again to see how it is now.",
    });
    expect(await desk.digests.find("d1")).toMatchObject({ time: "10:00", revision: 2 });
    expect(await submit(theirs, { time: "10:00" }, desk)).toMatchObject({ ok: true });
    expect(await desk.digests.find("d1")).toMatchObject({ revision: 2 });
  });

  test("does not set a paused one going again", async () => {
    const { desk } = await deskOver({ tickets });
    await submit(await formFor("", desk), {}, desk);
    await digest.run("pause d1", anAsker(), desk);
    const result = await submit(await formFor("edit d1", desk), { time: "10:00" }, desk);
    expect(result.ok && linesOf(result.reply)[1]).toContain("It stays paused");
    expect(await desk.digests.find("d1")).toMatchObject({ paused: true, time: "10:00" });
  });

  test("of what it shows loses no date that fell due a moment ago; of its time it does", async () => {
    const { desk } = await deskOver({ tickets });
    await submit(await formFor("", desk), {}, desk);
    const before = (await desk.digests.find("d1"))!;
    await submit(await formFor("edit d1", desk), { kpis: "csat" }, desk);
    expect((await desk.digests.find("d1"))?.activeFrom).toBe(before.activeFrom);
  });
});

describe("waiting for data", () => {
  test.each([
    ["2h", 120],
    ["30 min", 30],
    ["1 час 30 мин", 90],
    ["0", 0],
    ["", 120],
  ])("%s is %s minutes", async (wait, minutes) => {
    const { desk } = await deskOver({ tickets });
    await submit(await formFor("", desk), { wait }, desk);
    expect(await desk.digests.list()).toMatchObject([{ waitMinutes: minutes }]);
  });

  test.each(["5h", "soon", "30", "-1h"])("%s is refused on that field", async (wait) => {
    const { desk } = await deskOver({ tickets });
    const result = await submit(await formFor("", desk), { wait }, desk);
    expect(Object.keys(errorsOf(result))).toEqual(["wait"]);
  });
});

test.each(locales)("the form is said in %s, all of it", async (locale) => {
  const { desk } = await deskOver({ tickets });
  const form = await formFor("", desk, anAsker({ locale }));
  expect(JSON.stringify(form)).not.toMatch(/\{\w+\}|undefined/u);
  const result = await submit(
    form,
    { teams: "Mars", wait: "9h", kpis: "fcr csat nps asa aht ces" },
    desk,
    anAsker({ locale }),
  );
  expect(Object.keys(errorsOf(result)).toSorted()).toEqual(["kpis", "teams", "wait"]);
});
