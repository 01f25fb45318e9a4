import { expect, test } from "vitest";
import { builtProgram } from "../fixtures/built-program.ts";
import { freePort } from "../fixtures/malformed-lines.ts";
import { startProgram, startSlack } from "../fixtures/running-program.ts";
import { visitorAt } from "../playground/workspace-for-tests.ts";
import { fromBot, typed } from "../slack/bot-for-tests.ts";
import { calls, configText, newPlace } from "../terminal/desk.ts";

const program = builtProgram();
const soon = { timeout: 50_000 };

/** One line of a page of metrics. */
const valueOf = (page: string, name: string): number | null => {
  const line = page.split("\n").find((each) => each.startsWith(`${name} `));
  return line === undefined ? null : Number(line.slice(name.length + 1));
};

test("metrics of the running bot count its answers and pulls, and name nobody", async () => {
  const slack = await startSlack();
  const scheduled = configText.replace(
    "stale_after: 2h",
    'stale_after: 2h\n    schedule: "* * * * *"',
  );
  const gone = scheduled.slice(scheduled.indexOf("  - name")).replace("phones", "gone");
  const place = newPlace(calls, scheduled + gone.replace("calls.csv", "nowhere.csv"));
  const port = await freePort();
  const env = { HEALTH_PORT: String(port) };
  const bot = await startProgram(program, slack, place, { env });
  const page = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  const metric = async (name: string) => valueOf(await page("/metrics"), name);
  await expect
    .poll(() => metric('goalpost_pulls_total{source="phones",outcome="ok"}'), soon)
    .toBe(1);
  await expect
    .poll(() => metric('goalpost_pulls_total{source="gone",outcome="refused"}'), soon)
    .toBe(1);

  const lena = visitorAt(slack, "U0LENA");
  for (const [count, words] of ["/kpi answer_rate", "/kpi csta"].entries()) {
    await lena.do(typed(words));
    await lena.sees((all) => fromBot(all).length > count);
  }
  const text = await page("/metrics");
  const answers = (outcome: string) =>
    valueOf(text, `goalpost_answer_duration_seconds_count{command="kpi",outcome="${outcome}"}`);
  expect([answers("answered"), answers("refused"), answers("failed")]).toEqual([1, 1, null]);
  expect(valueOf(text, "goalpost_socket_connected")).toBe(1);
  expect(valueOf(text, "goalpost_socket_connected_seconds")).toBeGreaterThan(0);
  expect(valueOf(text, "goalpost_socket_down_seconds")).toBe(0);
  expect(valueOf(text, "goalpost_socket_quiet_seconds")).toBeLessThan(
    valueOf(text, "goalpost_socket_connected_seconds")!,
  );
  expect(valueOf(text, "goalpost_tick_age_seconds")).toBeGreaterThan(0);
  expect(valueOf(text, "goalpost_oldest_due_seconds")).toBe(0);
  expect(valueOf(text, 'goalpost_deliveries{state="dead"}')).toBe(0);
  expect(valueOf(text, "goalpost_store_up")).toBe(1);
  // The last of the calls was on 13 November 2026 at 10:39 in Berlin, or a later one.
  expect(valueOf(text, 'goalpost_source_age_seconds{source="phones"}')).toBeGreaterThan(0);
  expect(valueOf(text, 'goalpost_source_failing{source="phones"}')).toBe(0);
  expect(valueOf(text, 'goalpost_source_failing{source="gone"}')).toBe(1);
  expect(valueOf(text, "process_resident_memory_bytes")).toBeGreaterThan(1e6);
  expect(text).not.toMatch(/U0LENA|Ann|김민수|C0BILLING/u);

  await slack.stop();
  await expect.poll(() => metric("goalpost_socket_connected"), soon).toBe(0);
  expect(JSON.parse(await page("/healthz"))).toMatchObject({ healthy: true, connected: false });
  bot.signal("SIGTERM");
  expect(await bot.ended).toBe(0);
});
