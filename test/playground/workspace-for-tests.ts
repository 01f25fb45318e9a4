import { App, LogLevel, SocketModeReceiver } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import { systemClock } from "../../src/clock.ts";
import type { Deed, LiveEvent, Outcome, Snapshot } from "../../src/playground/wire.ts";
import {
  type Playground,
  type PlaygroundOptions,
  startPlayground,
} from "../../src/playground/server.ts";

const silent = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

export const startForTest = (options: Partial<PlaygroundOptions> = {}): Promise<Playground> =>
  startPlayground({
    port: 0,
    pageFolder: "no-page",
    clock: systemClock,
    isProduction: false,
    hasRealTokens: false,
    commands: [
      {
        name: "kpi",
        usage: {
          en: "<kpi> [period]",
          ko: "<지표> [기간]",
          ru: "<показатель> [период]",
          "zh-TW": "<指標> [期間]",
        },
        summary: {
          en: "Ask for a figure",
          ko: "지표 조회",
          ru: "Показать показатель",
          "zh-TW": "查詢指標",
        },
      },
      {
        name: "goal",
        usage: { en: "", ko: "", ru: "", "zh-TW": "" },
        summary: { en: "Set a goal", ko: "목표 설정", ru: "Поставить цель", "zh-TW": "設定目標" },
      },
    ],
    ...options,
  });

export const clientOf = ({ apiUrl, botToken }: Playground, token = botToken): WebClient =>
  new WebClient(token, { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, logger: silent });

/** A real Bolt app, connected over Socket Mode. */
export function boltFor({ apiUrl, botToken, appToken }: Playground): App {
  const retryConfig = { retries: 0 };
  return new App({
    token: botToken,
    logger: silent,
    clientOptions: { slackApiUrl: apiUrl, retryConfig },
    receiver: new SocketModeReceiver({
      appToken,
      logger: silent,
      installerOptions: { clientOptions: { slackApiUrl: apiUrl, retryConfig } },
    }),
  });
}

/** A person at the page, without the page: does deeds and sees what the page would be sent. */
export interface Visitor {
  readonly do: (deed: Deed) => Promise<Outcome>;
  readonly see: () => Promise<Snapshot>;
  readonly sees: (what: (snapshot: Snapshot) => boolean) => Promise<Snapshot>;
}

export function visitorAt({ url }: Pick<Playground, "url">, as: string): Visitor {
  const base = url.replace("localhost", "127.0.0.1");
  const see = async (): Promise<Snapshot> => {
    const leave = new AbortController();
    const response = await fetch(`${base}/playground/live?as=${as}`, { signal: leave.signal });
    let text = "";
    for await (const chunk of response.body!) {
      text += Buffer.from(chunk).toString("utf8");
      if (text.includes("\n\n")) break;
    }
    leave.abort();
    const event: LiveEvent = JSON.parse(text.slice("data: ".length, text.indexOf("\n\n")));
    if (event.kind !== "snapshot") throw new Error(`the feed began with ${event.kind}`);
    return event.snapshot;
  };
  return {
    see,
    do: async (deed) => {
      const response = await fetch(`${base}/playground/do`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ as, deed }),
      });
      const outcome: Outcome = JSON.parse(await response.text());
      return outcome;
    },
    sees: async (what) => {
      for (;;) {
        const snapshot = await see();
        if (what(snapshot)) return snapshot;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}
