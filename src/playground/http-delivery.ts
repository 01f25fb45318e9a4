import { createHmac } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Deliver, EnvelopeType } from "./world.ts";

const ackWithinMs = 3000;

function bodyOf(
  type: EnvelopeType,
  payload: Readonly<Record<string, unknown>>,
): { readonly contentType: string; readonly body: string } {
  if (type === "events_api") {
    return { contentType: "application/json", body: JSON.stringify(payload) };
  }
  const form =
    type === "slash_commands"
      ? Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)])
      : [["payload", JSON.stringify(payload)] satisfies [string, string]];
  return {
    contentType: "application/x-www-form-urlencoded",
    body: new URLSearchParams(form).toString(),
  };
}

const answerOf = (text: string): unknown => {
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
};

/** Sends requests the other way Slack can: signed POSTs to one address of the app. */
export function createHttpDelivery(
  requestUrl: string,
  signingSecret: string,
  clock: Clock,
): Deliver {
  return async (type, payload) => {
    const { contentType, body } = bodyOf(type, payload);
    const timestamp = Math.floor(clock.now().getTime() / 1000).toString();
    const signature = createHmac("sha256", signingSecret)
      .update(`v0:${timestamp}:${body}`)
      .digest("hex");
    try {
      const response = await fetch(requestUrl, {
        method: "POST",
        body,
        headers: {
          "content-type": contentType,
          "x-slack-request-timestamp": timestamp,
          "x-slack-signature": `v0=${signature}`,
        },
        signal: AbortSignal.timeout(ackWithinMs),
      });
      return response.ok
        ? { kind: "acked", payload: answerOf(await response.text()) }
        : { kind: "late" };
    } catch (error) {
      const isTimeout = error instanceof Error && error.name === "TimeoutError";
      return { kind: isTimeout ? "late" : "unconnected" };
    }
  };
}
