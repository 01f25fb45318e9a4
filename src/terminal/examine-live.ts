import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { formatDuration } from "../quantities/format-duration.ts";
import type { LiveState } from "./app.ts";
import type { Finding } from "./examine.ts";

/** As `/healthz` counts it. */
const brokenMs = 120_000;
const longDueMs = 600_000;
/** Leases, signatures and due times go by the clock. */
const mostOffMs = 30_000;

const finding = (level: Finding["level"], text: string, next: string | null = null): Finding => ({
  level,
  text,
  details: [],
  next: level === "ok" ? null : next,
});

/** How the running bot does: its way to Slack, its clockwork, what it has to send, and its clock. */
export function examineLive(live: LiveState, locale: Locale): readonly Finding[] {
  const time = (ms: number): string => formatDuration(Math.round(Math.abs(ms) / 1_000), locale);
  const { isConnected, steadyMs, tickAgeMs, oldestDueAt } = live;
  const findings: Finding[] = [
    isConnected
      ? finding(
          "ok",
          say(locale, (t) => t.live.connected, { time: time(steadyMs) }),
        )
      : finding(
          steadyMs > brokenMs ? "fault" : "warning",
          say(locale, (t) => t.live.lost, { time: time(steadyMs) }),
          say(locale, (t) => t.live.lostNext),
        ),
    tickAgeMs > brokenMs
      ? finding(
          "fault",
          say(locale, (t) => t.live.still, { time: time(tickAgeMs) }),
          say(locale, (t) => t.live.stillNext),
        )
      : finding(
          "ok",
          say(locale, (t) => t.live.ticked, { time: time(tickAgeMs) }),
        ),
  ];
  if (live.isShutOut) {
    const next = say(locale, (t) => t.live.refusesNext);
    findings.push(
      finding(
        "fault",
        say(locale, (t) => t.live.refuses),
        next,
      ),
    );
  }
  const statusNext = say(locale, (t) => t.live.dueNext);
  if (oldestDueAt === null)
    findings.push(
      finding(
        "ok",
        say(locale, (t) => t.live.nothingDue),
      ),
    );
  else {
    const ms = live.nowMs - oldestDueAt.getTime();
    const text = say(locale, (t) => t.live.due, { time: time(ms) });
    findings.push(finding(ms > longDueMs ? "warning" : "ok", text, statusNext));
  }
  for (const state of ["unknown", "dead"] as const) {
    const count = live[state];
    if (count === 0) continue;
    findings.push(
      finding(
        "warning",
        say(locale, (t) => t.live[state], { count }),
        statusNext,
      ),
    );
  }
  return [...findings, ...clocks(live, locale, time)];
}

function clocks(
  { slackAheadMs, databaseAheadMs }: LiveState,
  locale: Locale,
  time: (ms: number) => string,
): readonly Finding[] {
  const off = (
    [
      ["slackClock", slackAheadMs],
      ["databaseClock", databaseAheadMs],
    ] as const
  ).flatMap(([name, ms]) => {
    if (ms === null || Math.abs(ms) <= mostOffMs) return [];
    const text = say(locale, (t) => t.live[name], { time: time(ms) });
    return [
      finding(
        "warning",
        text,
        say(locale, (t) => t.live.clockNext),
      ),
    ];
  });
  if (slackAheadMs === null) {
    const next = say(locale, (t) => t.live.clockUnknownNext);
    return [
      ...off,
      finding(
        "warning",
        say(locale, (t) => t.live.clockUnknown),
        next,
      ),
    ];
  }
  return off.length > 0
    ? off
    : [
        finding(
          "ok",
          say(locale, (t) => t.live.clock),
        ),
      ];
}
