import type { Command } from "../../commands/command.ts";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Clock } from "../clock.ts";
import { deliveryStates } from "../documents/shape.ts";
import type { Documents } from "../documents/store.ts";
import type { SourceState } from "../records/store.ts";
import type { Watched } from "./health.ts";

export interface MetricsPorts {
  readonly watched: () => Watched;
  readonly deliveries: Documents["deliveries"]["list"];
  readonly sourceStates: () => Promise<readonly SourceState[]>;
  readonly clock: Clock;
}

/** What Prometheus reads: no names of people, and no figures of the desk. */
export interface Metrics {
  readonly text: () => Promise<string>;
  /** The same command, with each of its answers counted and timed. */
  readonly timed: (command: Command) => Command;
  readonly pulled: (source: string, outcome: "ok" | "refused" | "failed") => void;
}

/** Slack waits three seconds, and a person not much longer. */
const buckets = [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 20];

const over: ReadonlySet<string> = new Set(["sent", "skipped", "dead"]);

export function createMetrics({ watched, ...ports }: MetricsPorts): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const gauge = <Label extends string = never>(name: string, help: string, label?: Label) =>
    new Gauge({
      name: `goalpost_${name}`,
      help,
      registers,
      labelNames: label === undefined ? [] : [label],
    });
  const connected = gauge("socket_connected", "1 while Slack can reach this process.");
  const connectedFor = gauge("socket_connected_seconds", "For how long it has been connected.");
  const downFor = gauge("socket_down_seconds", "For how long it has not been connected.");
  const quietFor = gauge("socket_quiet_seconds", "Since anything came from Slack.");
  const shutOut = gauge("slack_refuses", "1 while Slack lets no delivery in.");
  const tickAge = gauge("tick_age_seconds", "Since the scheduler last looked for what is due.");
  const storeUp = gauge("store_up", "1 while what is kept can be read.");
  const oldestDue = gauge(
    "oldest_due_seconds",
    "How long the oldest delivery that is not over has been due; 0 where none is.",
  );
  const deliveries = gauge("deliveries", "Deliveries that are kept, by their state.", "state");
  const sourceAge = gauge("source_age_seconds", "How old a source's data are.", "source");
  const sourceFailing = gauge("source_failing", "1 while its last pull failed.", "source");
  const answers = new Histogram({
    name: "goalpost_answer_duration_seconds",
    help: "How long a command took to answer, without Slack's way there and back.",
    labelNames: ["command", "outcome"],
    buckets,
    registers,
  });
  const pulls = new Counter({
    name: "goalpost_pulls_total",
    help: "Scheduled pulls of this process.",
    labelNames: ["source", "outcome"],
    registers,
  });

  function watch(): void {
    const { isConnected, steadyMs, quietMs, tickAgeMs, isShutOut } = watched();
    connected.set(Number(isConnected));
    connectedFor.set(isConnected ? steadyMs / 1_000 : 0);
    downFor.set(isConnected ? 0 : steadyMs / 1_000);
    quietFor.set(quietMs / 1_000);
    shutOut.set(Number(isShutOut));
    tickAge.set(tickAgeMs / 1_000);
  }

  async function look(): Promise<void> {
    const [all, states] = await Promise.all([ports.deliveries(), ports.sourceStates()]);
    const nowMs = ports.clock.now().getTime();
    const ages = all
      .filter(({ state }) => !over.has(state))
      .map(({ dueAt }) => nowMs - new Date(dueAt).getTime());
    oldestDue.set(Math.max(0, ...ages) / 1_000);
    for (const state of deliveryStates) {
      deliveries.set({ state }, all.filter((each) => each.state === state).length);
    }
    // One taken out of the configuration is to be seen no more.
    sourceAge.reset();
    sourceFailing.reset();
    for (const { source, asOf, succeededAt, failedAt } of states) {
      const from = asOf ?? succeededAt;
      if (from !== null) sourceAge.set({ source }, (nowMs - from.getTime()) / 1_000);
      const failed = failedAt !== null && (succeededAt === null || succeededAt < failedAt);
      sourceFailing.set({ source }, Number(failed));
    }
  }

  return {
    text: async () => {
      watch();
      // While the store is away what this process knows by itself is still worth reading.
      storeUp.set(
        await look().then(
          () => 1,
          () => 0,
        ),
      );
      return await registry.metrics();
    },
    timed: (command) => ({
      ...command,
      run: async (words, asker, desk) => {
        const began = performance.now();
        let outcome = "failed";
        try {
          const reply = await command.run(words, asker, desk);
          outcome = reply.kind === "page" && reply.refused ? "refused" : "answered";
          return reply;
        } finally {
          const seconds = (performance.now() - began) / 1_000;
          answers.observe({ command: command.name, outcome }, seconds);
        }
      },
    }),
    pulled: (source, outcome) => pulls.inc({ source, outcome }),
  };
}
