import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { createPoster } from "../../src/slack/poster.ts";
import { collectLog } from "./bot-for-tests.ts";

test("while Slack does not say which bot this is, a channel counts as not read", async () => {
  const server = createServer((request, response) => {
    const isWho = request.url?.endsWith("/auth.test") === true;
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(isWho ? { ok: true, user_id: "U1" } : { ok: true, messages: [] }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const poster = createPoster({
    botToken: "xoxb-test",
    apiUrl: `http://127.0.0.1:${port}/api/`,
    sharedChannels: [],
    log: collectLog().log,
    inProduction: false,
  });
  await expect(poster.findByKey("C1", "d1:C1:2026-W47", new Date())).rejects.toThrow("which bot");
});
