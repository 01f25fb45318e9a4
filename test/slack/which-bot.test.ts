import { expect, test } from "vitest";
import { posterTo } from "./poster-for-tests.ts";

test("while Slack does not say which bot this is, a channel counts as not read", async () => {
  const { poster } = await posterTo((request, response) => {
    const isWho = request.url?.endsWith("/auth.test") === true;
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(isWho ? { ok: true, user_id: "U1" } : { ok: true, messages: [] }));
  });
  await expect(poster.findByKey("C1", "d1:C1:2026-W47", new Date())).rejects.toThrow("which bot");
});
