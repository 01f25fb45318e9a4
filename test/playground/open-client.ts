import type { WebClient } from "@slack/web-api";
import type { Playground } from "../../src/playground/server.ts";
import { afterTest } from "../closing.ts";
import { clientOf, startForTest } from "./workspace-for-tests.ts";

export interface Opened {
  readonly playground: Playground;
  readonly client: WebClient;
}

/** Slack's own client of a workspace that is gone after the test. */
export async function openClient(): Promise<Opened> {
  const playground = await startForTest();
  afterTest(() => playground.stop());
  return { playground, client: clientOf(playground) };
}
