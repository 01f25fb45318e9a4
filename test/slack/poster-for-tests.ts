import { createQuotas } from "../../src/documents/quotas.ts";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { createPoster } from "../../src/slack/poster.ts";
import { aComposedDigest } from "../fixtures/composed-digest.ts";
import { startForTest } from "../playground/workspace-for-tests.ts";
import { collectLog } from "./bot-for-tests.ts";

export const key = "d1:C0BILLING:2026-W47";
export const digest = { kind: "digest", digest: aComposedDigest({ key }) } as const;
export const at = { thread: null, ensure: () => {} };
export const since = () => new Date(Date.now() - 120_000);

/** A playground, and what posts to it. */
export async function openPoster(sharedChannels: readonly string[] = []) {
  const playground = await startForTest();
  onTestFinished(() => playground.stop());
  const { log } = collectLog();
  const quotas = createQuotas();
  const poster = createPoster({ ...playground, sharedChannels, quotas, log, inProduction: false });
  return { playground, poster };
}

/** What posts to a Slack that answers as the test says. */
export async function posterTo(answer: RequestListener, inProduction = false) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const { log, lines } = collectLog();
  const apiUrl = `http://127.0.0.1:${port}/api/`;
  const quotas = createQuotas();
  const settings = { botToken: "xoxb-test", apiUrl, sharedChannels: [], quotas, log, inProduction };
  return { poster: createPoster(settings), lines };
}
