import type { LiveElement } from "../../block-kit/elements.ts";
import type { Given } from "../../wire.ts";

/** What an element holds before the person touches it; `here` is the channel they are in. */
export function initialGiven(element: LiveElement, here: string): Given {
  if ("initial_value" in element) return element.initial_value ?? null;
  if ("initial_options" in element) return element.initial_options?.map(({ value }) => value) ?? [];
  if ("initial_option" in element) return element.initial_option?.value ?? null;
  switch (element.type) {
    case "users_select":
      return element.initial_user ?? null;
    case "multi_users_select":
      return element.initial_users ?? [];
    case "conversations_select":
      return (
        element.initial_conversation ??
        (element.default_to_current_conversation === true ? here : null)
      );
    case "channels_select":
      return element.initial_channel ?? null;
    case "datepicker":
      return element.initial_date ?? null;
    case "timepicker":
      return element.initial_time ?? null;
    default:
      return null;
  }
}
