import { createQuotas } from "../../src/documents/quotas.ts";
import { digest } from "../../commands/digest.ts";
import { goal } from "../../commands/goal.ts";
import { home } from "../../commands/home.ts";
import { kpi } from "../../commands/kpi.ts";
import type { PlaygroundOptions } from "../../src/playground/server.ts";
import type { Poster } from "../../src/scheduler/poster.ts";
import { createPoster } from "../../src/slack/poster.ts";
import { deskOver } from "../commands/desk-for-tests.ts";
import { ticketsOn } from "../reports/ask.ts";
import { collectLog, startBot } from "../slack/bot-for-tests.ts";

const tickets = [
  ...ticketsOn("2026-10-27", 400, 380),
  ...ticketsOn("2026-11-03", 400, 380),
  ...ticketsOn("2026-11-10", 400, 260),
];

/** The bot with real goals and digests, posting through the real client to the playground's Slack. */
export async function aWorkspace(
  role: "lead" | "member" = "lead",
  options: Partial<PlaygroundOptions> = {},
) {
  let real: Poster | undefined;
  const posting = (): Poster => {
    if (real === undefined) throw new Error("the workspace is not open yet");
    return real;
  };
  const poster: Poster = {
    post: (...all) => posting().post(...all),
    findByKey: (...all) => posting().findByKey(...all),
    amend: (...all) => posting().amend(...all),
    tell: (...all) => posting().tell(...all),
  };
  const { desk, documents } = await deskOver({ tickets }, { poster });
  const commands = [kpi, goal, digest];
  const bot = await startBot(
    commands,
    { desk, home, roleOf: () => role },
    { commands, ...options },
  );
  const { apiUrl, botToken } = bot.playground;
  real = createPoster({
    sharedChannels: [],
    quotas: createQuotas(),
    apiUrl,
    botToken,
    log: collectLog().log,
    inProduction: false,
  });
  return { bot: { ...bot, commands }, desk, documents, poster: real };
}
