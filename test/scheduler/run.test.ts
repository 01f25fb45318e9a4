import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { everyTurn, type Turns } from "../../src/documents/turns.ts";
import type { Job } from "../../src/scheduler/jobs/job.ts";
import { createScheduler } from "../../src/scheduler/run.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-16T08:00:05Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

const minute = 60_000;
const logged: string[] = [];
const log = {
  info: () => {},
  warn: (_fields: object, message: string) => void logged.push(message),
  error: (_fields: object, message: string) => void logged.push(message),
};
afterEach(() => void logged.splice(0));

const aJob = (run: () => Promise<void>, more: Partial<Job> = {}): Job => ({
  name: "job",
  schedule: "* * * * *",
  zone: "Europe/Berlin",
  isDueAtStart: async () => false,
  run,
  ...more,
});

describe("the clockwork", () => {
  test("runs a job by its schedule, and at the start only when it is due", async () => {
    let [runs, late] = [0, 0];
    const scheduler = createScheduler(
      [
        aJob(async () => void (runs += 1)),
        aJob(async () => void (late += 1), { name: "late", isDueAtStart: async () => true }),
      ],
      everyTurn,
      log,
    );
    scheduler.start();
    await vi.advanceTimersByTimeAsync(1);
    expect([runs, late]).toEqual([0, 1]);
    await vi.advanceTimersByTimeAsync(5 * minute);
    expect([runs, late]).toEqual([5, 6]);
    await scheduler.stop();
    await vi.advanceTimersByTimeAsync(5 * minute);
    expect([runs, late]).toEqual([5, 6]);
  });

  test("runs a job in the zone of its schedule", async () => {
    const runs: string[] = [];
    const job = aJob(async () => void runs.push(new Date().toISOString()), {
      schedule: "30 9 * * *",
      zone: "Asia/Kolkata",
    });
    const scheduler = createScheduler([job], everyTurn, log);
    scheduler.start();
    await vi.advanceTimersByTimeAsync(24 * 60 * minute);
    await scheduler.stop();
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatch(/^2026-11-17T04:00:0/u);
  });

  test("never runs a job over itself, and goes on with it afterwards", async () => {
    let [started, ended] = [0, 0];
    const slow = aJob(async () => {
      started += 1;
      await new Promise((resolve) => setTimeout(resolve, 2.5 * minute));
      ended += 1;
    });
    const scheduler = createScheduler([slow], everyTurn, log);
    scheduler.start();
    await vi.advanceTimersByTimeAsync(2 * minute);
    expect([started, ended]).toEqual([1, 0]);
    await vi.advanceTimersByTimeAsync(4 * minute);
    expect([started, ended]).toEqual([2, 1]);
    const stopping = scheduler.stop();
    await vi.advanceTimersByTimeAsync(minute);
    await stopping;
  });

  test("a process that stood still over a time runs the job at the next one, and goes on", async () => {
    const runs: string[] = [];
    const job = aJob(async () => void runs.push(new Date().toISOString().slice(14, 19)), {
      schedule: "*/20 * * * * *",
      zone: "UTC",
    });
    const scheduler = createScheduler([job], everyTurn, log);
    scheduler.start();
    await vi.advanceTimersByTimeAsync(52_000);
    expect(runs).toEqual(["00:20", "00:40"]);
    // From 00:57 nothing rings for ten seconds: what was to ring at 01:00 does at 01:10.
    vi.setSystemTime(new Date(Date.now() + 10_000));
    await vi.advanceTimersByTimeAsync(54_000);
    await scheduler.stop();
    const late = runs.filter((at) => at > "01:00" && at <= "01:20");
    expect(late.length).toBeGreaterThan(0);
    expect(runs.slice(-2)).toEqual(["01:40", "02:00"]);
  });

  test("runs a job in one of two processes, and in both one that is for every process", async () => {
    const held = new Set<string>();
    const turns: Turns = {
      take: async (name) => {
        if (held.has(name)) return null;
        held.add(name);
        return { release: async () => void held.delete(name) };
      },
    };
    const runs = new Map<string, number>();
    const jobs = (process: string) => {
      const counting = (name: string, more: Partial<Job> = {}) =>
        aJob(
          async () => {
            runs.set(name, (runs.get(name) ?? 0) + 1);
            await new Promise((resolve) => setTimeout(resolve, 1_000));
            if (process === "failing") throw new Error("no");
          },
          { name, ...more },
        );
      return [counting("one"), counting("all", { everywhere: true })];
    };
    const schedulers = ["failing", "other"].map((each) => createScheduler(jobs(each), turns, log));
    for (const each of schedulers) each.start();
    await vi.advanceTimersByTimeAsync(3 * minute);
    await Promise.all([...schedulers.map((each) => each.stop()), vi.advanceTimersByTimeAsync(1e4)]);
    expect(Object.fromEntries(runs)).toEqual({ one: 3, all: 6 });
    expect(held.size).toBe(0);
  });

  test("logs a job that fails and runs it again", async () => {
    let runs = 0;
    const failing = aJob(async () => {
      runs += 1;
      throw new Error("no");
    });
    const scheduler = createScheduler([failing], everyTurn, log);
    scheduler.start();
    await vi.advanceTimersByTimeAsync(3 * minute);
    await scheduler.stop();
    expect(runs).toBe(3);
    expect(logged).toHaveLength(3);
  });

  test("stops when what runs has ended, or after eight seconds", async () => {
    for (const [lastsMs, waitsMs, warnings] of [
      [3_000, 3_000, 0],
      [60_000, 8_000, 1],
    ] as const) {
      const job = aJob(() => new Promise((resolve) => setTimeout(resolve, lastsMs)), {
        isDueAtStart: async () => true,
      });
      const scheduler = createScheduler([job], everyTurn, log);
      scheduler.start();
      await vi.advanceTimersByTimeAsync(0);
      const from = Date.now();
      let stoppedAfter = 0;
      const stopping = scheduler.stop().then(() => (stoppedAfter = Date.now() - from));
      await vi.advanceTimersByTimeAsync(20_000);
      await stopping;
      expect(stoppedAfter).toBe(waitsMs);
      expect(logged.splice(0)).toHaveLength(warnings);
    }
  });
});
