import type { ViewOutput, ViewStateValue } from "@slack/bolt";
import type { Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import { describeError } from "./log.ts";
import { membershipFault, type Installed, type MembershipFault } from "./membership.ts";
import { lookAtPlace, type PlaceAsking } from "./place.ts";
import { refusalOf } from "./slack-fault.ts";

type ChannelFault = "archived" | "no_bot" | "shared" | "unseen";
type Fault = ChannelFault | MembershipFault | "unchecked";

export interface ChoiceChecking extends PlaceAsking {
  readonly installed: () => Installed;
}

/**
 * What speaks against the people and channels that a form names, by block. Slack is asked at each
 * save, since people leave and channels are opened; where it does not say, nothing is saved.
 */
export async function chosenFaults(
  checking: ChoiceChecking,
  { state }: Pick<ViewOutput, "state">,
  locale: Locale,
): Promise<Record<string, string>> {
  const checked = await Promise.all(
    Object.entries(state.values).map(async ([block, elements]) => {
      const faults = await Promise.all(
        Object.values(elements).flatMap((each) => ask(checking, each)),
      );
      const fault = faults.find((each) => each !== null);
      return fault === undefined
        ? []
        : [[block, say(locale, (t) => t.doors.chosen[fault])] as const];
    }),
  );
  return Object.fromEntries(checked.flat());
}

const isNamed = (id: string | null | undefined): id is string => typeof id === "string";

function ask(checking: ChoiceChecking, chosen: ViewStateValue): Promise<Fault | null>[] {
  const channels = [chosen.selected_conversation, ...(chosen.selected_conversations ?? [])];
  const people = [chosen.selected_user, ...(chosen.selected_users ?? [])];
  return [
    ...channels
      .filter(isNamed)
      .map((id) => orUnchecked(checking, () => channelFault(checking, id))),
    ...people.filter(isNamed).map((id) => orUnchecked(checking, () => personFault(checking, id))),
  ];
}

async function orUnchecked<F>(
  { log }: ChoiceChecking,
  look: () => Promise<F | null>,
): Promise<F | "unchecked" | null> {
  try {
    return await look();
  } catch (error) {
    log.warn({ error: describeError(error) }, "A choice in a form could not be checked; refused");
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
  return found === null ? "stranger" : membershipFault(found.user, installed());
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
