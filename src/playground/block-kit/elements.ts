import { z } from "zod";
import { actionId, anyText, plainText, words } from "./text.ts";

/** What can be pressed, picked and filled in: Slack's block elements with their documented limits. */
const confirm = z.strictObject({
  title: plainText(100),
  text: anyText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: z.enum(["primary", "danger"]).optional(),
});

const option = z.strictObject({
  text: anyText(75),
  value: words(150),
  description: anyText(75).optional(),
  url: z.string().max(3000).optional(),
});
const optionGroup = z.strictObject({
  label: plainText(75),
  options: z.array(option).min(1).max(100),
});

const common = { action_id: actionId, confirm: confirm.optional() };
const focusable = { ...common, focus_on_load: z.boolean().optional() };
const picker = { ...focusable, placeholder: plainText(150).optional() };
const options = z.array(option).min(1).max(100).optional();
const optionGroups = z.array(optionGroup).min(1).max(100).optional();
const maxSelected = { max_selected_items: z.int().min(1).optional() };
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, "must be a date, YYYY-MM-DD");
const clockTime = z.string().regex(/^\d{2}:\d{2}$/u, "must be a time, HH:mm");
const dispatchConfig = z
  .strictObject({
    trigger_actions_on: z.array(z.enum(["on_enter_pressed", "on_character_entered"])).min(1),
  })
  .optional();
const conversationFilter = z
  .strictObject({
    include: z.array(z.enum(["im", "mpim", "private", "public"])).optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .optional();

export const imageElement = z
  .strictObject({
    type: z.literal("image"),
    image_url: words(3000).optional(),
    slack_file: z
      .strictObject({ id: z.string().optional(), url: z.string().optional() })
      .optional(),
    alt_text: words(2000),
  })
  .refine((image) => (image.image_url === undefined) !== (image.slack_file === undefined), {
    message: "must have either image_url or slack_file",
  });

export const button = z.strictObject({
  type: z.literal("button"),
  ...common,
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: z.string().max(3000).optional(),
  style: z.enum(["primary", "danger"]).optional(),
  accessibility_label: words(75).optional(),
});

const staticSelect = z.strictObject({
  type: z.literal("static_select"),
  ...picker,
  options,
  option_groups: optionGroups,
  initial_option: option.optional(),
});
const multiStaticSelect = z.strictObject({
  type: z.literal("multi_static_select"),
  ...picker,
  ...maxSelected,
  options,
  option_groups: optionGroups,
  initial_options: z.array(option).min(1).optional(),
});
const externalSelect = z.strictObject({
  type: z.literal("external_select"),
  ...picker,
  initial_option: option.optional(),
  min_query_length: z.int().min(0).optional(),
});
const usersSelect = z.strictObject({
  type: z.literal("users_select"),
  ...picker,
  initial_user: words(100).optional(),
});
const multiUsersSelect = z.strictObject({
  type: z.literal("multi_users_select"),
  ...picker,
  ...maxSelected,
  initial_users: z.array(words(100)).min(1).optional(),
});
const conversationsSelect = z.strictObject({
  type: z.literal("conversations_select"),
  ...picker,
  initial_conversation: words(100).optional(),
  default_to_current_conversation: z.boolean().optional(),
  response_url_enabled: z.boolean().optional(),
  filter: conversationFilter,
});
const channelsSelect = z.strictObject({
  type: z.literal("channels_select"),
  ...picker,
  initial_channel: words(100).optional(),
  response_url_enabled: z.boolean().optional(),
});
const datepicker = z.strictObject({
  type: z.literal("datepicker"),
  ...picker,
  initial_date: day.optional(),
});
const timepicker = z.strictObject({
  type: z.literal("timepicker"),
  ...picker,
  initial_time: clockTime.optional(),
  timezone: words(100).optional(),
});
const overflow = z.strictObject({
  type: z.literal("overflow"),
  ...common,
  options: z.array(option).min(1).max(5),
});
const radioButtons = z.strictObject({
  type: z.literal("radio_buttons"),
  ...focusable,
  options: z.array(option).min(1).max(10),
  initial_option: option.optional(),
});
const checkboxes = z.strictObject({
  type: z.literal("checkboxes"),
  ...focusable,
  options: z.array(option).min(1).max(10),
  initial_options: z.array(option).min(1).optional(),
});

const typed = {
  action_id: actionId,
  placeholder: plainText(150).optional(),
  focus_on_load: z.boolean().optional(),
  dispatch_action_config: dispatchConfig,
};
const plainTextInput = z.strictObject({
  type: z.literal("plain_text_input"),
  ...typed,
  initial_value: z.string().max(3000).optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(3000).optional(),
  max_length: z.int().min(1).max(3000).optional(),
});
const numberInput = z.strictObject({
  type: z.literal("number_input"),
  ...typed,
  is_decimal_allowed: z.boolean(),
  initial_value: z.string().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
});
const emailInput = z.strictObject({
  type: z.literal("email_text_input"),
  ...typed,
  initial_value: z.string().optional(),
});
const urlInput = z.strictObject({
  type: z.literal("url_text_input"),
  ...typed,
  initial_value: z.string().optional(),
});

const pickers = [
  staticSelect,
  multiStaticSelect,
  externalSelect,
  usersSelect,
  multiUsersSelect,
  conversationsSelect,
  channelsSelect,
  datepicker,
  timepicker,
  radioButtons,
  checkboxes,
] as const;

/** What stands in an actions block, or beside a section. */
export const actionElement = z.discriminatedUnion("type", [button, overflow, ...pickers]);
export const accessory = z.discriminatedUnion("type", [button, overflow, imageElement, ...pickers]);
/** What stands in an input block. */
export const inputElement = z.discriminatedUnion("type", [
  plainTextInput,
  numberInput,
  emailInput,
  urlInput,
  ...pickers,
]);

export type Option = z.infer<typeof option>;
export type Confirm = z.infer<typeof confirm>;
export type Button = z.infer<typeof button>;
export type ActionElement = z.infer<typeof actionElement>;
export type InputElement = z.infer<typeof inputElement>;
/** Anything a person can work, wherever it stands. */
export type LiveElement = ActionElement | InputElement;
