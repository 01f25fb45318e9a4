import type { InputBlock, InputBlockElement, ModalView } from "@slack/types";
import type { Locale } from "../i18n/locale.ts";
import type { SentBlock } from "./block.ts";
import { alert, plain, section } from "./factories.ts";
import { factsSection, type FormFact } from "./form-facts.ts";
import { limits } from "./limits.ts";

/** A field of a form, as `commands/` describes it. */
export interface FormField {
  readonly id: string;
  readonly label: string;
  readonly hint: string | null;
  readonly type:
    | "text"
    | "long_text"
    | "date"
    | "select"
    | "several"
    | "person"
    | "people"
    | "channel";
  readonly choices: readonly FormChoice[];
  readonly initial: string | null;
  readonly optional: boolean;
  readonly live: boolean;
  readonly filledFrom?: string;
}

export interface FormChoice {
  readonly label: string;
  readonly value: string;
}

export interface FormTexts {
  readonly title: string;
  readonly submit: string;
  readonly notices: readonly string[];
  readonly facts?: readonly FormFact[];
  readonly warnings?: readonly string[];
  readonly fields: readonly FormField[];
}

export interface FormViewOptions {
  /** What the door needs to know when the form comes back. */
  readonly metadata: string;
  readonly close: string;
  readonly locale: Locale;
  /** What is wrong with the form as a whole. */
  readonly faults?: readonly string[];
}

export const formCallback = "form";
/** The two names of a field's element: only a live one tells its change at once. */
export const liveAction = "live";
export const quietAction = "field";

/**
 * A form as a modal. A field's block is called as the field, so that an error lands on it and what
 * was typed survives an update; where it was filled in anew it is another block.
 */
export function formView(
  form: FormTexts,
  { metadata, close, locale, faults = [] }: FormViewOptions,
) {
  return {
    type: "modal",
    callback_id: formCallback,
    private_metadata: metadata,
    title: plain(form.title, limits.viewTitle),
    submit: plain(form.submit, limits.viewTitle),
    close: plain(close, limits.viewTitle),
    blocks: [
      ...faults.map((fault) => notice(fault, "error")),
      ...form.notices.map((text) => notice(text, "info")),
      ...factsSection(form.facts ?? [], locale),
      ...(form.warnings ?? []).map((text) => notice(text, "warning")),
      ...form.fields.map(inputFor),
    ],
  } satisfies ModalView;
}

const blockOf = ({ id, filledFrom }: FormField): string =>
  filledFrom === undefined ? id : `${id}~${filledFrom}`;

/** The field that a block of a form stands for. */
export const fieldOf = (blockId: string): string => blockId.split("~", 1)[0] ?? blockId;

/** A modal that only says something. */
export const messageView = (
  title: string,
  close: string,
  blocks: readonly SentBlock[],
  metadata = "",
) =>
  ({
    type: "modal",
    callback_id: "message",
    private_metadata: metadata,
    title: plain(title, limits.viewTitle),
    close: plain(close, limits.viewTitle),
    blocks: blocks.flatMap((block) => (block.type === "data_visualization" ? [] : [block])),
  }) satisfies ModalView;

/** An alert holds two hundred characters; more goes into a section, which shows by a sign that it warns. */
export const notice = (text: string, level: "info" | "warning" | "error") =>
  text.length <= limits.alertText
    ? alert(text, level)
    : section(level === "info" ? text : `⚠️ ${text}`);

const inputFor = (field: FormField): InputBlock => ({
  type: "input",
  block_id: blockOf(field),
  label: plain(field.label, limits.inputLabel),
  ...(field.hint !== null && { hint: plain(field.hint, limits.inputLabel) }),
  optional: field.optional,
  dispatch_action: field.live,
  element: elementFor(field),
});

function elementFor(field: FormField): InputBlockElement {
  const { initial } = field;
  const action_id = field.live ? liveAction : quietAction;
  switch (field.type) {
    case "text":
    case "long_text":
      return textInput(field, action_id);
    case "date":
      return {
        type: "datepicker",
        action_id,
        ...(initial !== null && isDay.test(initial) && { initial_date: initial }),
      };
    case "select":
      return select(field, action_id);
    case "several":
      return several(field, action_id);
    case "person":
      return {
        type: "users_select",
        action_id,
        ...(initial !== null && { initial_user: initial }),
      };
    case "people":
      return {
        type: "multi_users_select",
        action_id,
        ...(initial !== null && { initial_users: initial.split(",") }),
      };
    case "channel":
      return {
        type: "conversations_select",
        action_id,
        ...(initial !== null && { initial_conversation: initial }),
        filter: {
          include: ["public", "private"],
          exclude_bot_users: true,
          exclude_external_shared_channels: true,
        },
      };
  }
}

const isDay = /^\d{4}-\d{2}-\d{2}$/u;

const textInput = ({ type, initial, live }: FormField, action_id: string): InputBlockElement => ({
  type: "plain_text_input",
  action_id,
  multiline: type === "long_text",
  max_length: limits.inputText,
  ...(initial !== null && { initial_value: initial.slice(0, limits.inputText) }),
  // Told as it is typed: the value of another part of the desk must not stand above this one.
  ...(live && { dispatch_action_config: { trigger_actions_on: ["on_character_entered"] } }),
});

/** Up to a hundred choices travel in the form; more are asked for while the person types. */
function select(field: FormField, action_id: string): InputBlockElement {
  const { choices, initial } = field;
  if (choices.length === 0) return textInput(field, action_id);
  const chosen = choices.find((choice) => choice.value === initial);
  const initial_option = chosen === undefined ? {} : { initial_option: toOption(chosen) };
  return choices.length > limits.options
    ? { type: "external_select", action_id, min_query_length: 0, ...initial_option }
    : { type: "static_select", action_id, options: toOptions(choices), ...initial_option };
}

/** A list of several is chosen from whole; one too long for that is typed. */
function several(field: FormField, action_id: string): InputBlockElement {
  const { choices, initial } = field;
  if (choices.length === 0 || choices.length > limits.options) {
    return textInput({ ...field, initial: initial?.replaceAll("\n", ", ") ?? null }, action_id);
  }
  const values = initial?.split("\n") ?? [];
  const initial_options = toOptions(choices.filter(({ value }) => values.includes(value)));
  return {
    type: "multi_static_select",
    action_id,
    options: toOptions(choices),
    ...(initial_options.length > 0 && { initial_options }),
  };
}

/** The first hundred choices whose label holds what was typed. */
export const choicesLike = (choices: readonly FormChoice[], typed: string) => {
  const wanted = typed.trim().toLocaleLowerCase();
  return toOptions(choices.filter(({ label }) => label.toLocaleLowerCase().includes(wanted))).slice(
    0,
    limits.options,
  );
};

/** Slack refuses a value of more than 75 characters, so such a choice cannot be offered. */
const toOptions = (choices: readonly FormChoice[]) =>
  choices.filter(({ value }) => value.length <= limits.optionValue).map(toOption);

const toOption = ({ label, value }: FormChoice) => ({
  text: plain(label, limits.optionText),
  value,
});
