import type { ViewStateValue } from "@slack/bolt";
import type { FormValues } from "../../commands/command.ts";
import { fieldOf } from "../blocks/form-view.ts";

/** What stands in a modal's fields, by field id; null where nothing does. */
export const formValues = (
  state: Readonly<Record<string, Readonly<Record<string, ViewStateValue>>>>,
): FormValues =>
  Object.fromEntries(
    Object.entries(state).map(([id, elements]) => [
      fieldOf(id),
      valueOf(Object.values(elements)[0]),
    ]),
  );

function valueOf(element: ViewStateValue = { type: "" }): string | null {
  const value =
    element.value ??
    element.selected_option?.value ??
    element.selected_options?.map(({ value }) => value).join("\n") ??
    element.selected_date ??
    element.selected_user ??
    element.selected_users?.join(",") ??
    element.selected_conversation ??
    "";
  return value === "" ? null : value;
}
