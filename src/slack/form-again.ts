import type { InputBlockElement, KnownBlock, ModalView } from "@slack/types";
import type { ViewOutput, ViewStateValue } from "@slack/bolt";
import { plain } from "../blocks/factories.ts";
import { formCallback, notice } from "../blocks/form-view.ts";
import { limits } from "../blocks/limits.ts";

/** Before the block of a field in the name of what is wrong with it. */
const faultOf = "fault:";

/**
 * A form that was sent, as it stood then, with what is wrong right beneath each field: for a refusal
 * that comes too late to be Slack's own. It stands over the form it came from, which is as it was.
 */
export const formAgain = (
  view: ViewOutput,
  errors: Readonly<Record<string, string>>,
): ModalView => ({
  type: "modal",
  callback_id: formCallback,
  private_metadata: view.private_metadata,
  title: plain(view.title.text, limits.viewTitle),
  ...(view.submit !== null && { submit: plain(view.submit.text, limits.viewTitle) }),
  ...(view.close !== null && { close: plain(view.close.text, limits.viewTitle) }),
  // The form below is the same one: whoever leaves this one leaves both. One that leads back still does.
  clear_on_close: view.clear_on_close || view.previous_view_id === null,
  blocks: view.blocks
    .filter(isOwn)
    .filter(({ block_id: id }) => id?.startsWith(faultOf) !== true)
    .flatMap((block): KnownBlock[] => {
      if (block.type !== "input") return [block];
      const { block_id: id = "" } = block;
      const fault = errors[id];
      const again = { ...block, element: filled(block.element, valueOf(view, id)) };
      return fault === undefined
        ? [again]
        : [again, { ...notice(fault, "error"), block_id: `${faultOf}${id}` }];
    }),
});

/** All of them are: the view is one that was sent from here. */
const isOwn = (block: ViewOutput["blocks"][number]): block is KnownBlock => block.type !== "";

const valueOf = ({ state }: ViewOutput, id: string): ViewStateValue =>
  Object.values(state.values[id] ?? {})[0] ?? { type: "" };

/** With what was typed or chosen in place of what stood there before. */
function filled(element: InputBlockElement, value: ViewStateValue): InputBlockElement {
  if (element.type === "plain_text_input") {
    const { initial_value: _, ...empty } = element;
    return isSaid(value.value) ? { ...empty, initial_value: value.value } : empty;
  }
  if (element.type === "datepicker") {
    const { initial_date: _, ...empty } = element;
    return isSaid(value.selected_date) ? { ...empty, initial_date: value.selected_date } : empty;
  }
  return withNamed(withOptions(element, value), value);
}

const isSaid = (text: string | null | undefined): text is string =>
  text !== undefined && text !== null && text !== "";

/** As they are offered: Slack takes no other. */
function withOptions(element: InputBlockElement, value: ViewStateValue): InputBlockElement {
  const { selected_option: chosen, selected_options: several = [] } = value;
  if (element.type === "static_select") {
    const { initial_option: _, ...empty } = element;
    const option = element.options?.find((each) => each.value === chosen?.value);
    return option === undefined ? empty : { ...empty, initial_option: option };
  }
  if (element.type === "external_select") {
    const { initial_option: _, ...empty } = element;
    if (chosen === undefined || chosen === null) return empty;
    const text = plain(chosen.text.text, limits.optionText);
    return { ...empty, initial_option: { text, value: chosen.value } };
  }
  if (element.type === "multi_static_select") {
    const { initial_options: _, ...empty } = element;
    const values = several.map((each) => each.value);
    const options = element.options?.filter((each) => values.includes(each.value ?? "")) ?? [];
    return options.length === 0 ? empty : { ...empty, initial_options: options };
  }
  return element;
}

function withNamed(element: InputBlockElement, value: ViewStateValue): InputBlockElement {
  const { selected_user: person, selected_users: people = [] } = value;
  if (element.type === "users_select") {
    const { initial_user: _, ...empty } = element;
    return isSaid(person) ? { ...empty, initial_user: person } : empty;
  }
  if (element.type === "multi_users_select") {
    const { initial_users: _, ...empty } = element;
    return people.length === 0 ? empty : { ...empty, initial_users: people };
  }
  if (element.type === "conversations_select") {
    const { initial_conversation: _, ...empty } = element;
    const { selected_conversation: channel } = value;
    return isSaid(channel) ? { ...empty, initial_conversation: channel } : empty;
  }
  return element;
}
