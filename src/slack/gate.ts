import type { Asker, Page } from "../../commands/command.ts";
import { refusal } from "../../commands/page.ts";
import type { Quotas } from "../documents/quotas.ts";
import { say } from "../i18n/say.ts";
import { type AtOnce, createAtOnce, TooBusy } from "./at-once.ts";
import type { Log } from "./log.ts";
import { createRates, type PerMinute, type Rates } from "./rates.ts";

/** What stands before the work of answering. */
export interface Gate {
  readonly rates: Rates;
  readonly atOnce: AtOnce;
}

export const createGate = (quotas: Quotas, log: Log, perMinute?: PerMinute): Gate => ({
  rates: createRates(quotas, log, perMinute),
  atOnce: createAtOnce(),
});

/** What to say to whoever asks too often; null while their question is to be answered. */
export async function tooOften({ rates }: Gate, asker: Asker, words: string): Promise<Page | null> {
  const count = await rates.question(asker.id, asker.channel);
  return count === 0 ? null : oftenPage(asker, count, words);
}

export const oftenPage = (asker: Asker, count: number, words = ""): Page =>
  notNow(
    say(asker.locale, (t) => t.slack.tooOften, { count }),
    asker,
    words,
  );

export const busyPage = (asker: Asker, words = ""): Page =>
  notNow(
    say(asker.locale, (t) => t.slack.busy),
    asker,
    words,
  );

/** With a button that says the words again: Slack keeps no command that somebody typed. */
const notNow = (line: string, { locale }: Asker, words: string): Page =>
  refusal([line], {
    choices: words === "" ? [] : [{ label: say(locale, (t) => t.slack.askAgain), words }],
  });

/** Does what a letter typed in a form asks for; null where that is too much, for one or for all. */
export const forLetter = async <T>(
  gate: Gate,
  { id }: Asker,
  work: () => Promise<T>,
): Promise<T | null> => ((await gate.rates.letter(id)) > 0 ? null : inTurn(gate, work));

/** Does the work in its turn; null where too many others wait. */
export async function inTurn<T>({ atOnce }: Gate, work: () => Promise<T>): Promise<T | null> {
  try {
    return await atOnce(work);
  } catch (error) {
    if (error instanceof TooBusy) return null;
    throw error;
  }
}
