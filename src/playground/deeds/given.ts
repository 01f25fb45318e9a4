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

/** Where an element says in `state.values` what it holds. */
const stateKeys = {
  static_select: "selected_option",
  external_select: "selected_option",
  radio_buttons: "selected_option",
  overflow: "selected_option",
  multi_static_select: "selected_options",
  checkboxes: "selected_options",
  multi_users_select: "selected_users",
  users_select: "selected_user",
  conversations_select: "selected_conversation",
  channels_select: "selected_channel",
  datepicker: "selected_date",
  timepicker: "selected_time",
  plain_text_input: "value",
  number_input: "value",
  email_text_input: "value",
  url_text_input: "value",
} as const satisfies Record<Exclude<LiveElement["type"], "button">, string>;

/** What an element says about itself in `state.values` and `actions`, from what the person gave. */
export function toElementState(element: LiveElement, given: Given, found: Remembered): Shape {
  const { type } = element;
  if (type === "button") {
    return { type, text: element.text, ...(element.value ? { value: element.value } : {}) };
  }
  const options = optionsOf(element);
  const picked = several(given).flatMap(
    (value) => options.find((each) => each.value === value) ?? found(value) ?? [],
  );
  const key = stateKeys[type];
  if (key === "selected_option") return { type, [key]: picked[0] ?? null };
  if (key === "selected_options") return { type, [key]: picked };
  return { type, [key]: key === "selected_users" ? several(given) : plain(given) };
}

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
