import type { Condition } from "../scheduler/standing.ts";

/** What can be seen of the running bot without asking anybody. */
export interface Watched extends Condition {
  readonly isConnected: boolean;
  /** For how long it has been connected, or has not. */
  readonly steadyMs: number;
  /** Since anything came from Slack. At night that may be long. */
  readonly quietMs: number;
}

export interface Health {
  readonly healthy: boolean;
  readonly connected: boolean;
  readonly quietSeconds: number;
  readonly tickAgeSeconds: number;
  readonly faults: readonly {
    readonly code: "scheduler_still" | "slack_lost" | "slack_refuses";
    readonly text: string;
  }[];
}

/** A socket that comes and goes, or a busy minute, is no reason to start the bot anew. */
const mostMs = 120_000;

const seconds = (ms: number): number => Math.round(ms / 1_000);

/** Whether the bot does its work, and what keeps it from that. */
export function healthOf({
  isConnected,
  steadyMs,
  quietMs,
  tickAgeMs,
  isShutOut,
}: Watched): Health {
  const faults: Health["faults"] = [
    ...when(tickAgeMs > mostMs, "scheduler_still", () => [
      `The scheduler has not looked for due digests, or could not work on them, for ${seconds(tickAgeMs)} seconds.`,
    ]),
    ...when(!isConnected && steadyMs > mostMs, "slack_lost", () => [
      `Slack has not been connected for ${seconds(steadyMs)} seconds.`,
    ]),
    ...when(isShutOut, "slack_refuses", () => [
      "Slack does not let Goalpost in, so deliveries wait.",
      "“goalpost doctor” says what it lacks.",
    ]),
  ];
  return {
    healthy: faults.length === 0,
    connected: isConnected,
    quietSeconds: seconds(quietMs),
    tickAgeSeconds: seconds(tickAgeMs),
    faults,
  };
}

const when = <Code extends string>(is: boolean, code: Code, say: () => readonly string[]) =>
  is ? [{ code, text: say().join(" ") }] : [];
