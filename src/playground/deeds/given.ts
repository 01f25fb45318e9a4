import type { LiveElement, Option } from "../block-kit/elements.ts";
import type { Placed } from "../block-kit/name-parts.ts";
import type { Choice, Given, GivenValues } from "../wire.ts";

type Shape = Readonly<Record<string, unknown>>;

export const plain = (given: Given): string | null =>
  typeof given === "string" && given !== "" ? given : null;
export const several = (given: Given): readonly string[] =>
  typeof given === "string" ? (given === "" ? [] : [given]) : (given ?? []);

/** Options found while the person typed in an external select, so that a value finds its option. */
export type Remembered = (value: string) => Option | undefined;

function optionsOf(element: LiveElement): readonly Option[] {
  if ("option_groups" in element && element.option_groups !== undefined) {
    return element.option_groups.flatMap(({ options }) => options);
  }
  if ("options" in element) return element.options ?? [];
  return element.type === "external_select" && element.initial_option !== undefined
    ? [element.initial_option]
    : [];
}

/** What an element says about itself in `state.values` and `actions`, from what the person gave. */
export function toElementState(element: LiveElement, given: Given, found: Remembered): Shape {
  const { type } = element;
  const options = optionsOf(element);
  const picked = several(given).flatMap(
    (value) => options.find((each) => each.value === value) ?? found(value) ?? [],
  );
  switch (element.type) {
    case "button":
      return { type, text: element.text, ...(element.value ? { value: element.value } : {}) };
    case "static_select":
    case "external_select":
    case "radio_buttons":
    case "overflow":
      return { type, selected_option: picked[0] ?? null };
    case "multi_static_select":
    case "checkboxes":
      return { type, selected_options: picked };
    case "multi_users_select":
      return { type, selected_users: several(given) };
    case "plain_text_input":
    case "number_input":
    case "email_text_input":
    case "url_text_input":
    case "users_select":
    case "conversations_select":
    case "channels_select":
    case "datepicker":
    case "timepicker":
      return { type, [valueKey[element.type]]: plain(given) };
  }
}

const valueKey = {
  plain_text_input: "value",
  number_input: "value",
  email_text_input: "value",
  url_text_input: "value",
  users_select: "selected_user",
  conversations_select: "selected_conversation",
  channels_select: "selected_channel",
  datepicker: "selected_date",
  timepicker: "selected_time",
} as const;

/** `state.values`: every input, and every picker beside it, filled in or not. */
export function toStateValues(
  placed: readonly Placed[],
  values: GivenValues,
  found: Remembered,
): Shape {
  const state: Record<string, Record<string, Shape>> = {};
  for (const { blockId, element } of placed) {
    if (element.type === "button" || element.type === "overflow") continue;
    const actionId = element.action_id ?? "";
    const given = values[blockId]?.[actionId] ?? null;
    state[blockId] = {
      ...state[blockId],
      [actionId]: toElementState(element, given, found),
    };
  }
  return state;
}

/** A value the element itself offered; a page that sends another is refused. */
export function isOffered(element: LiveElement, given: Given, found: Remembered): boolean {
  const options = optionsOf(element);
  return (
    !listed.has(element.type) ||
    several(given).every(
      (value) => options.some((each) => each.value === value) || found(value) !== undefined,
    )
  );
}

const listed: ReadonlySet<LiveElement["type"]> = new Set([
  "static_select",
  "multi_static_select",
  "external_select",
  "radio_buttons",
  "checkboxes",
  "overflow",
]);

export const toChoice = (option: Option, group: string | null): Choice => ({
  text: option.text.text,
  value: option.value,
  about: option.description?.text ?? null,
  group,
});
