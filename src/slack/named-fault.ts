import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { describeError } from "./log.ts";
import { membershipFault, type Installed, type MembershipFault } from "./membership.ts";
import { lookAtPlace, type PlaceAsking } from "./place.ts";
import { refusalOf } from "./slack-fault.ts";

type ChannelFault = "archived" | "no_bot" | "shared" | "unseen";
type Fault = ChannelFault | MembershipFault | "unchecked";

export interface ChoiceChecking extends PlaceAsking {
  readonly installed: () => Installed | Promise<Installed>;
}

/** Somebody or somewhere that people name, by Slack's id. */
export type Named = { readonly person: string } | { readonly channel: string };

/**
 * What speaks against a person who is to own something, or a channel that is to hear of it; null for
 * nothing. Slack is asked each time, since people leave and channels are opened; where it does not
 * say, that is what speaks against it.
 */
export async function namedFault(
  checking: ChoiceChecking,
  named: Named,
  locale: Locale,
): Promise<string | null> {
  const fault = await orUnchecked(checking, () =>
    "person" in named ? personFault(checking, named.person) : channelFault(checking, named.channel),
  );
  return fault === null ? null : say(locale, (t) => t.doors.chosen[fault]);
}

async function orUnchecked<F extends Fault>(
  { log }: ChoiceChecking,
  look: () => Promise<F | null>,
): Promise<F | "unchecked" | null> {
  try {
    return await look();
  } catch (error) {
    log.warn(
      { error: describeError(error) },
      "Whom or where somebody named could not be checked; refused",
    );
    return "unchecked";
  }
}

async function channelFault(
  { reader, sharedChannels }: ChoiceChecking,
  channel: string,
): Promise<ChannelFault | null> {
  const place = await orRefused(lookAtPlace(reader, channel, sharedChannels), "channel_not_found");
  if (place === null) return "unseen";
  if (place.isArchived) return "archived";
  if (place.isShared) return "shared";
  return place.hasBot ? null : "no_bot";
}

async function personFault(
  { reader, installed }: ChoiceChecking,
  person: string,
): Promise<MembershipFault | null> {
  const found = await orRefused(
    reader.users.info({ user: person }),
    "user_not_found",
    "user_not_visible",
  );
  return found === null ? "stranger" : membershipFault(found.user, await installed());
}

/** Null where Slack says one of these words; anything else it says is thrown. */
async function orRefused<T>(asked: Promise<T>, ...words: readonly string[]): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (words.includes(refusalOf(error) ?? "")) return null;
    throw error;
  }
}
