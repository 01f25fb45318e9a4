import { say } from "../src/i18n/say.ts";
import { maySee } from "../src/people/may-see.ts";
import type { Asker } from "./command.ts";
import type { Desk } from "./desk.ts";

/** What is set for a channel speaks in it: not for whoever cannot read there. Null where nothing is wrong. */
export async function channelFault(
  channel: string | null,
  asker: Asker,
  { mayRead }: Desk,
): Promise<string | null> {
  return (await maySee(asker, { channel, people: [] }, mayRead))
    ? null
    : say(asker.locale, (t) => t.people.channelClosed);
}
