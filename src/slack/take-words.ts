import { setTimeout as sleep } from "node:timers/promises";
import type { Asker, Reply } from "../../commands/command.ts";
import { opensForm } from "../../commands/route.ts";
import type { Locale } from "../i18n/locale.ts";
import type { Speaker } from "./asker.ts";
import type { Parts } from "./parts.ts";
import { reply, type Turn } from "./reply.ts";
import { openScreen, type Screen } from "./screen.ts";
import { speak } from "./speak.ts";

/** Words that somebody typed or pressed, and the way back to them. */
export interface Taken extends Omit<Turn, "asker"> {
  readonly speaker: Speaker;
}

/**
 * Answers words, and gives who said them. Those that ask for a form open it before anything else is
 * asked of Slack or measured.
 */
export async function takeWords(
  parts: Parts,
  { speaker, ...taken }: Taken,
  work = (asker: Asker): Promise<Reply> => speak(parts, taken.words, asker),
): Promise<Asker> {
  const asking = parts.askerOf(speaker);
  const screen = taken.screen ?? (await screenFor(parts, { ...taken, speaker }, asking));
  const asker = await asking;
  const turn = { ...taken, asker, ...(screen !== null && { screen }) };
  await reply(parts.replier, turn, work);
  return asker;
}

async function screenFor(
  { commands, replier, locale }: Parts,
  { words, door, speaker }: Taken,
  asking: Promise<Asker>,
): Promise<Screen | null> {
  if (door.triggerId === null || !opensForm(words, commands)) return null;
  // Who opens too many is answered as who asks, if at all.
  if ((await replier.gate.rates.step(speaker.user)) > 0) return null;
  return openScreen(replier, door.triggerId, await localeSoon(asking, locale));
}

/** Whose language is not known by now is told to wait in the workspace's. */
const knownWithinMs = 50;

export const localeSoon = (asking: Promise<Asker>, otherwise: Locale): Promise<Locale> =>
  Promise.race([
    asking.then(({ locale }) => locale),
    sleep(knownWithinMs, otherwise, { ref: false }),
  ]);
