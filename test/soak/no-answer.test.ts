import { createQuotas } from "../../src/documents/quotas.ts";
import { expect, onTestFinished, test } from "vitest";
import { AppError } from "../../src/errors.ts";
import { createPoster } from "../../src/slack/poster.ts";
import { aComposedDigest } from "../fixtures/composed-digest.ts";
import { startForTest } from "../playground/workspace-for-tests.ts";
import { collectLog } from "../slack/bot-for-tests.ts";
import { faultInSlack } from "../slack/fault-in-slack.ts";

test("an answer that never comes is given up, and leaves open what became of the message", async () => {
  const slack = faultInSlack();
  const playground = await startForTest();
  onTestFinished(() => playground.stop());
  const { log } = collectLog();
  const quotas = createQuotas();
  const poster = createPoster({
    ...playground,
    sharedChannels: [],
    quotas,
    log,
    inProduction: false,
  });
  const key = "d1:C0BILLING:2026-W47";
  const digest = { kind: "digest", digest: aComposedDigest({ key }) } as const;
  slack.hangAt("chat.postMessage");
  const fault: unknown = await poster
    .post("C0BILLING", digest, key, { thread: null, ensure: () => {} })
    .catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(Error);
  expect(fault).not.toBeInstanceOf(AppError);
  expect(slack.hung()).toBe(1);
});
