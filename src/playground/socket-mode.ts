import { randomUUID } from "node:crypto";
import type { WebSocket } from "ws";
import { z } from "zod";
import type { Deliver, Delivered } from "./world.ts";

/** The app's side of Socket Mode: connections it opened, envelopes sent, acknowledgements heard. */
export interface SocketMode {
  /** A ticket for one connection, as `apps.connections.open` gives it. */
  readonly ticket: () => string;
  /** False when the ticket is unknown or used. */
  readonly admit: (ticket: string) => boolean;
  readonly connect: (socket: WebSocket) => void;
  readonly isConnected: () => boolean;
  readonly deliver: Deliver;
  /** Asks every connection to come back on a new one, as Slack does about hourly. */
  readonly refresh: () => void;
  readonly close: () => void;
}

/** Slack gives an app three seconds to acknowledge. */
const ackWithinMs = 3000;
const pingEveryMs = 10_000;

const ackSchema = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

export function createSocketMode(appId: string, connectedChanged: () => void): SocketMode {
  const tickets = new Set<string>();
  const sockets = new Set<WebSocket>();
  const waiting = new Map<string, (delivered: Delivered) => void>();
  let turn = 0;

  const hear = (text: string): void => {
    const ack = ackSchema.safeParse(JSON.parse(text));
    if (!ack.success) return;
    waiting.get(ack.data.envelope_id)?.({ kind: "acked", payload: ack.data.payload ?? {} });
  };

  return {
    ticket: () => {
      const ticket = randomUUID();
      tickets.add(ticket);
      return ticket;
    },
    admit: (ticket) => tickets.delete(ticket),
    connect: (socket) => {
      const pinging = setInterval(() => socket.ping(), pingEveryMs);
      sockets.add(socket);
      socket.on("message", (message, isBinary) => {
        if (!isBinary && Buffer.isBuffer(message)) hear(message.toString("utf8"));
      });
      socket.on("error", () => socket.terminate());
      socket.on("close", () => {
        clearInterval(pinging);
        sockets.delete(socket);
        connectedChanged();
      });
      socket.send(
        JSON.stringify({
          type: "hello",
          num_connections: sockets.size,
          debug_info: { host: "playground", approximate_connection_time: 18_060 },
          connection_info: { app_id: appId },
        }),
      );
      connectedChanged();
    },
    isConnected: () => sockets.size > 0,
    deliver: async (type, payload) => {
      const open = [...sockets].filter(({ readyState, OPEN }) => readyState === OPEN);
      turn += 1;
      const socket = open[turn % Math.max(1, open.length)];
      if (socket === undefined) return { kind: "unconnected" };
      const envelope_id = randomUUID();
      return new Promise((resolve) => {
        const settle = (delivered: Delivered): void => {
          clearTimeout(tooLate);
          waiting.delete(envelope_id);
          resolve(delivered);
        };
        const tooLate = setTimeout(() => settle({ kind: "late" }), ackWithinMs);
        waiting.set(envelope_id, settle);
        const accepts_response_payload = type !== "events_api";
        socket.send(
          JSON.stringify({
            envelope_id,
            type,
            payload,
            accepts_response_payload,
            ...(type === "events_api" ? { retry_attempt: 0, retry_reason: "" } : {}),
          }),
        );
      });
    },
    refresh: () => {
      for (const socket of sockets) {
        socket.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
      }
    },
    close: () => {
      for (const socket of sockets) socket.terminate();
    },
  };
}
