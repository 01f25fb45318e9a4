import type { ViewOutput, ViewStateValue } from "@slack/bolt";
import type { Locale } from "../i18n/locale.ts";
import { namedFault, type ChoiceChecking, type Named } from "./named-fault.ts";

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
        Object.values(elements)
          .flatMap(namedIn)
          .map((each) => namedFault(checking, each, locale)),
      );
      const fault = faults.find((each) => each !== null);
      return fault === undefined ? [] : [[block, fault] as const];
    }),
  );
  return Object.fromEntries(checked.flat());
}

const isNamed = (id: string | null | undefined): id is string => typeof id === "string";

function namedIn(chosen: ViewStateValue): readonly Named[] {
  const channels = [chosen.selected_conversation, ...(chosen.selected_conversations ?? [])];
  const people = [chosen.selected_user, ...(chosen.selected_users ?? [])];
  return [
    ...channels.filter(isNamed).map((channel) => ({ channel })),
    ...people.filter(isNamed).map((person) => ({ person })),
  ];
}
