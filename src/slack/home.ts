import { setTimeout as sleep } from "node:timers/promises";
import type { Asker } from "../../commands/command.ts";
import { homeAtOnce } from "../../commands/home.ts";
import type { SentBlock } from "../blocks/block.ts";
import { homeView } from "../blocks/home-view.ts";
import { say } from "../i18n/say.ts";
import type { Speaker } from "./asker.ts";
import { drawPart } from "./draw.ts";
import { toCalmPage } from "./failure.ts";
import { busyPage, inTurn } from "./gate.ts";
import type { Parts } from "./parts.ts";
import { strangerPage } from "./reply.ts";
import { isWithinRules } from "./send-checked.ts";

/** App Home, drawn anew each time somebody opens it. */
export function registerHome(parts: Parts): void {
  parts.app.event("app_home_opened", async ({ event }) => {
    if (event.tab !== "home") return;
    // Who opens it again and again has it before them.
    if ((await parts.replier.gate.rates.step(event.user)) > 0) return;
    await publishHome(parts, { user: event.user, team: null, channel: null });
  });
}

/** Longer than this and nobody looks at an empty page: what needs no figures comes first. */
const patienceMs = 400;

/** Each in its turn, for somebody who opens Home and changes something at once sees the change. */
export async function publishHome(parts: Parts, speaker: Speaker): Promise<void> {
  const { askerOf, homeInTurn, replier } = parts;
  await homeInTurn(speaker.user, async () => {
    const asker = await askerOf(speaker);
    const publish = async (drawn: readonly (readonly SentBlock[])[]): Promise<void> => {
      const view = homeView(
        drawn,
        say(asker.locale, (t) => t.slack.homeEmpty),
      );
      isWithinRules("home", view, replier);
      await replier.reader.views.publish({ user_id: asker.id, view });
    };
    const whole = homeParts(parts, asker);
    const first = await Promise.race([whole, sleep(patienceMs, null, { ref: false })]);
    if (first === null) await publish(homeAtOnce(asker).map((reply) => drawPart(reply, asker)));
    await publish(await whole);
  });
}

async function homeParts({ home, desk, replier }: Parts, asker: Asker) {
  const draw = (reply: Parameters<typeof drawPart>[0]) => drawPart(reply, asker);
  if (asker.role === "stranger") return [draw(strangerPage(asker))];
  try {
    const made = await inTurn(replier.gate, () => home(asker, desk));
    const replies = made ?? [busyPage(asker)];
    return replies.flatMap((reply) => (reply.kind === "form" ? [] : [draw(reply)]));
  } catch (error) {
    return [draw(toCalmPage(error, asker.locale, replier.log))];
  }
}
