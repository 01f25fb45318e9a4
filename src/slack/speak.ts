import type { Asker, Reply } from "../../commands/command.ts";
import { routeWords } from "../../commands/route.ts";
import type { Parts } from "./parts.ts";

/** Runs words as if they were typed: `kpi fcr last-week by channel`. */
export async function speak(
  { commands, desk }: Parts,
  words: string,
  asker: Asker,
): Promise<Reply> {
  const { command, rest } = routeWords(words, commands);
  return command.run(rest, asker, desk);
}

/** Nobody reads along in a direct message, so it counts as no channel. */
export const channelOf = (id: string | undefined): string | null =>
  id === undefined || id.startsWith("D") ? null : id;
