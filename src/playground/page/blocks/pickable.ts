import type { LiveElement, Option } from "../../block-kit/elements.ts";
import type { Choice, Snapshot } from "../../wire.ts";

const toChoice = ({ text, value, description }: Option, group: string | null): Choice => ({
  text: text.text,
  value,
  about: description?.text ?? null,
  group,
});

export type Select = Extract<
  LiveElement,
  {
    type:
      | "static_select"
      | "multi_static_select"
      | "external_select"
      | "users_select"
      | "multi_users_select"
      | "conversations_select"
      | "channels_select";
  }
>;

function channelChoices(
  { channels, me, people }: Snapshot,
  kinds: readonly string[],
): readonly Choice[] {
  return channels
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ id, kind, name }) => ({
      text: kind === "im" ? (people.find((each) => each.id === me)?.name ?? name) : `#${name}`,
      value: id,
      about: null,
      group: null,
    }));
}

/** What can be picked without asking the app. */
export function pickable(element: Select, snapshot: Snapshot): readonly Choice[] {
  switch (element.type) {
    case "static_select":
    case "multi_static_select":
      return [
        ...(element.options ?? []).map((option) => toChoice(option, null)),
        ...(element.option_groups ?? []).flatMap(({ label, options }) =>
          options.map((option) => toChoice(option, label.text)),
        ),
      ];
    case "external_select":
      return element.initial_option === undefined ? [] : [toChoice(element.initial_option, null)];
    case "users_select":
    case "multi_users_select":
      return snapshot.people.map(({ id, name, handle }) => ({
        text: name,
        value: id,
        about: `@${handle}`,
        group: null,
      }));
    case "conversations_select":
      return channelChoices(snapshot, element.filter?.include ?? ["public", "private", "im"]);
    case "channels_select":
      return channelChoices(snapshot, ["public"]);
  }
}
