import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readConfig } from "../../src/config/read-config.ts";
import { writeSampleDesk } from "../../src/playground/sample/write-sample-desk.ts";
import { recordsSchema } from "../../src/records/mapping.ts";
import { csv } from "../../src/sources/csv.ts";
import { contextIn } from "../sources/context-in.ts";

const zone = "Europe/Berlin";
const folders: string[] = [];

async function writeDesk(now: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "goalpost-desk-"));
  folders.push(folder);
  await writeSampleDesk({ folder, now: new Date(now), zone });
  return folder;
}

/** A desk to read, written once for all who read it. */
const desks = new Map<string, Promise<string>>();
function deskAt(now: string): Promise<string> {
  const desk = desks.get(now) ?? writeDesk(now);
  desks.set(now, desk);
  return desk;
}

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

type Row = Readonly<Record<string, string>>;

/** No value of the desk holds its own separator, so splitting is reading. */
async function rowsOf(
  folder: string,
  kind: "tickets" | "calls" | "surveys",
  months: readonly string[] | null = null,
): Promise<Row[]> {
  const separator = kind === "calls" ? ";" : ",";
  const rows: Row[] = [];
  for (const name of (await readdir(join(folder, kind))).toSorted()) {
    if (months !== null && !months.includes(name.slice(0, 7))) continue;
    const lines = (await readFile(join(folder, kind, name), "utf8")).trimEnd().split("\n");
    const header = lines[0]!.split(separator);
    for (const line of lines.slice(1)) {
      const cells = line.split(separator);
      if (cells.length !== header.length) throw new Error(`${name} has a ragged row: ${line}`);
      rows.push(Object.fromEntries(header.map((column, index) => [column, cells[index]!])));
    }
  }
  return rows;
}

async function textsOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(folder, { recursive: true });
  const texts = names.filter((name) => /\.(?:csv|yml)$/u.test(name)).toSorted();
  return Object.fromEntries(
    await Promise.all(
      texts.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const),
    ),
  );
}

const berlin = new Intl.DateTimeFormat("sv", { timeZone: zone, dateStyle: "short" });
const dayIn = (instant: string): string => berlin.format(new Date(instant));
const distinct = (rows: readonly Row[], column: string) =>
  new Set(rows.map((row) => row[column]).filter((value) => value !== ""));
const monthIn = (instant: string): string => dayIn(instant).slice(0, 7);
const countBy = (keys: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};
const percent = (part: number, whole: number): number => (100 * part) / whole;

/** One touch, as kpis.md rules it. */
const isOneTouch = (ticket: Row): boolean =>
  ticket["solved_at"] !== "" &&
  ticket["public_replies"] === "1" &&
  ticket["assignees"] === "1" &&
  ticket["group_changes"] === "0" &&
  ticket["reopens"] === "0";
const fcrOf = (tickets: readonly Row[]): number =>
  percent(tickets.filter(isOneTouch).length, tickets.length);
const chatsIn = (tickets: readonly Row[]): number =>
  tickets.filter((ticket) => ticket["channel"] === "chat").length;
const transfersOf = (tickets: readonly Row[]): number =>
  percent(tickets.filter((each) => each["group_changes"] !== "0").length, tickets.length);
const wait = (call: Row): number => Number(call["Wait (s)"]);
const isBillingEmail = (ticket: Row): boolean =>
  ticket["group"] === "Billing" && ticket["channel"] === "email";

const events = ["created_at", "first_reply_at", "first_solved_at", "solved_at"];
const latest = (rows: readonly Row[], column: string): string =>
  rows.reduce((last, row) => (row[column]! > last ? row[column]! : last), "");

function isInOrder(ticket: Row): boolean {
  const times = events.map((column) => ticket[column]!).filter((time) => time !== "");
  return times.every((time, index) => index === 0 || time >= times[index - 1]!);
}

const aboutLayout = (ticket: Row): boolean => ticket["topic"] === "Invoice layout";

describe("a desk on a Friday in November", () => {
  const now = "2026-11-20T14:20:31Z";
  let folder = "";
  let tickets: Row[] = [];
  let calls: Row[] = [];
  let surveys: Row[] = [];

  beforeAll(async () => {
    folder = await deskAt(now);
    tickets = await rowsOf(folder, "tickets");
    calls = await rowsOf(folder, "calls");
    surveys = await rowsOf(folder, "surveys");
  });

  test("two years of it end today", () => {
    const days = tickets.map((ticket) => dayIn(ticket["created_at"]!)).toSorted();
    expect(days[0]).toBe("2024-11-20");
    expect(days.at(-1)).toBe("2026-11-20");
    expect(new Set(days).size).toBe(731);
    expect(calls.at(-1)!["Date"]).toBe("20/11/2026");
  });

  test("nothing happened after now, but for what is due", () => {
    for (const column of events) expect(latest(tickets, column) <= now).toBe(true);
    for (const column of ["sent_at", "answered_at"]) {
      expect(latest(surveys, column) <= now).toBe(true);
    }
    const lastCalls = calls.filter((call) => call["Date"] === "20/11/2026");
    expect(lastCalls.every((call) => call["Time"]!.padStart(8, "0") <= "15:20:31")).toBe(true);
  });

  test("what follows comes later than what it follows", () => {
    expect(tickets.filter((ticket) => !isInOrder(ticket))).toEqual([]);
    const unanswered = tickets.filter((ticket) => ticket["first_reply_at"] === "");
    expect([...distinct(unanswered, "public_replies")]).toEqual(["0"]);
  });

  test("every id is there once", () => {
    for (const ids of [tickets, surveys].map((rows) => rows.map((row) => row["id"]!))) {
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(new Set(calls.map((call) => call["Call Id"])).size).toBe(calls.length);
  });

  test("six channels, four teams, thirty agents", () => {
    expect(distinct(tickets, "channel").size).toBe(6);
    expect(distinct(tickets, "group").size).toBe(4);
    expect(distinct(tickets, "assignee").size).toBe(30);
  });

  test("weeks and years have their shape", () => {
    const byWeekday = countBy(
      tickets.map((ticket) => String(new Date(dayIn(ticket["created_at"]!)).getUTCDay())),
    );
    expect(byWeekday["1"]!).toBeGreaterThan(1.2 * byWeekday["3"]!);
    expect(byWeekday["3"]!).toBeGreaterThan(3 * byWeekday["0"]!);
    const byMonth = countBy(tickets.map((ticket) => monthIn(ticket["created_at"]!)));
    expect(byMonth["2025-12"]!).toBeGreaterThan(1.2 * byMonth["2025-11"]!);
    expect(byMonth["2025-08"]!).toBeLessThan(0.95 * byMonth["2025-09"]!);
    const byHour = countBy(calls.map((call) => call["Time"]!.split(":")[0]!));
    expect(byHour["12"]!).toBeLessThan(0.75 * byHour["10"]!);
    expect(calls.filter((call) => call["Date"] === "25/12/2025" && call["Agent"] !== "")).toEqual(
      [],
    );
  });

  test("its figures are those of a good desk", () => {
    const handled = calls.filter((call) => call["Result"] === "ANSWERED");
    const abandoned = calls.filter((call) => call["Result"] === "HUNG UP");
    const inTime = handled.filter((call) => wait(call) <= 20).length;
    const short = abandoned.filter((call) => wait(call) <= 5).length;
    const waits = handled.reduce((sum, call) => sum + wait(call), 0);
    const share = (kind: string, counts: (score: number) => boolean): number => {
      const answers = surveys.filter((each) => each["survey"] === kind && each["score"] !== "");
      return percent(
        answers.filter((each) => counts(Number(each["score"]))).length,
        answers.length,
      );
    };

    expect(Math.abs(fcrOf(tickets) - 72)).toBeLessThan(3);
    expect(Math.abs(percent(inTime, handled.length + abandoned.length - short) - 79)).toBeLessThan(
      3,
    );
    expect(Math.abs(percent(abandoned.length, calls.length) - 6)).toBeLessThan(1.5);
    expect(Math.abs(waits / handled.length - 32)).toBeLessThan(6);
    expect(Math.abs(share("csat", (score) => score >= 4) - 84)).toBeLessThan(3);
    expect(
      Math.abs(share("nps", (score) => score >= 9) - share("nps", (score) => score <= 6) - 39),
    ).toBeLessThan(6);
  });

  test("its configuration has no fault and maps every file the csv source finds", async () => {
    const config = await readConfig({ path: join(folder, "goalpost.yml"), env: {} });
    expect(config.workspace.zone).toBe(zone);
    const { sources } = parse(await readFile(join(folder, "goalpost.yml"), "utf8")) as {
      sources: readonly { name: string; path: string; records: Record<string, unknown> }[];
    };
    expect(sources.slice(0, 7).map(({ name }) => name)).toEqual([
      "help-desk",
      "phones",
      "surveys",
      "customers",
      "revenue",
      "shop",
      "costs",
    ]);
    for (const { path, records } of sources) {
      const wanted = Object.values(recordsSchema.parse(records)).flatMap(({ fields }) =>
        Object.values(fields).flatMap((field) => (field.kind === "columns" ? field.columns : [])),
      );
      const context = contextIn(folder);
      let files = 0;
      for await (const batch of csv.read({ path }, context)) {
        files += 1;
        expect(batch.columns).toEqual(expect.arrayContaining(wanted));
        expect(batch.kind === "file" && batch.plain).not.toBe(null);
      }
      const there = await readdir(join(folder, dirname(path)));
      expect(files).toBe(path.includes("*") ? there.length : 1);
    }
  });
});

describe("the planted story", () => {
  test.each([
    ["2026-11-20T14:20:31Z", "2026-09", "2026-10"],
    // January after a full December: chats rise though all else falls.
    ["2026-02-02T11:00:00Z", "2025-12", "2026-01"],
  ])("at %s it is told between %s and %s", async (now, before, month) => {
    const tickets = await rowsOf(await deskAt(now), "tickets", [before, month]);
    const was = tickets.filter((ticket) => monthIn(ticket["created_at"]!) === before);
    const is = tickets.filter((ticket) => monthIn(ticket["created_at"]!) === month);
    const [emailsWere, emailsAre] = [was.filter(isBillingEmail), is.filter(isBillingEmail)];
    const [othersWere, othersAre] = [was, is].map((each) =>
      each.filter((ticket) => !isBillingEmail(ticket)),
    );

    expect(fcrOf(emailsWere)).toBeGreaterThan(67);
    expect(fcrOf(emailsAre)).toBeLessThan(62);
    expect(fcrOf(emailsWere) - fcrOf(emailsAre)).toBeGreaterThan(10);
    expect(transfersOf(emailsAre)).toBeGreaterThan(transfersOf(emailsWere) + 3);
    expect(Math.abs(fcrOf(othersAre!) - fcrOf(othersWere!))).toBeLessThan(4);
    expect(chatsIn(is) / chatsIn(was)).toBeGreaterThan(1.22);
    expect(emailsAre.filter(aboutLayout).length).toBeGreaterThan(0.25 * emailsAre.length);
    expect(was.filter(aboutLayout)).toEqual([]);
  });
});

describe("writing it again", () => {
  test("the same moment gives the same bytes", async () => {
    const now = "2026-11-20T14:20:31Z";
    const texts = await textsOf(await deskAt(now));
    expect(await textsOf(await writeDesk(now))).toEqual(texts);
    expect(Object.keys(texts)).toHaveLength(10 * 25 + 3 + 1 + 1);
  });

  test("a desk of today is left alone, one of yesterday is replaced, an unfinished one too", async () => {
    const folder = await writeDesk("2026-11-30T09:00:00Z");
    const write = (now: string) => writeSampleDesk({ folder, now: new Date(now), zone });
    await writeFile(join(folder, "tickets", "2020-01.csv"), "left over\n");
    const first = await textsOf(folder);
    // Both are 30 November in Berlin, though not in UTC.
    expect(await write("2026-11-29T23:30:00Z")).toBe(false);
    expect(await textsOf(folder)).toEqual(first);

    expect(await write("2026-11-30T23:30:00Z")).toBe(true);
    expect(await readdir(join(folder, "tickets"))).not.toContain("2020-01.csv");
    const [oldest] = await rowsOf(folder, "tickets", ["2024-12"]);
    expect(dayIn(oldest!["created_at"]!)).toBe("2024-12-01");
    const spring = join("tickets", "2026-04.csv");
    expect((await textsOf(folder))[spring]).toBe(first[spring]);

    await rm(join(folder, ".sample-desk"));
    expect(await write("2026-11-30T23:45:00Z")).toBe(true);
  });
});
