import type { Logger } from "@slack/bolt";
import type { Clock } from "../clock.ts";
import { listenOnSocket } from "./listen-on-socket.ts";
import { listenOverHttp } from "./listen-over-http.ts";
import type { Listening } from "./listening.ts";
import type { Log } from "./log.ts";
import type { Patience } from "./patience.ts";

/** How Slack reaches us: a socket that we open, or requests to a port of ours. */
export type Connection =
  | { readonly mode: "socket"; readonly appToken: string }
  | { readonly mode: "http"; readonly signingSecret: string; readonly port: number };

export interface ReceiverSettings {
  readonly connection: Connection;
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly logger: Logger;
  readonly patience: Patience;
  /** Slack does not let us in any more. */
  readonly onRefused: (error: unknown) => void;
}

export function createReceiver({ connection, ...settings }: ReceiverSettings): Listening {
  switch (connection.mode) {
    case "socket":
      return listenOnSocket({ ...settings, ...connection });
    case "http":
      return listenOverHttp({ ...settings, ...connection });
  }
}
