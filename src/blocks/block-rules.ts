import { z } from "zod";
import { limits, type Surface } from "./limits.ts";

const text = (most: number) => z.string().min(1).max(most);
const id = text(limits.id);

const plainText = (most: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: text(most), emoji: z.boolean() });
const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal("mrkdwn"), text: text(most), verbatim: z.literal(true) });

const option = z.strictObject({
  text: plainText(limits.optionText),
  value: text(limits.optionValue),
});
const placeholder = plainText(limits.placeholder).optional();

const button = z.strictObject({
  type: z.literal("button"),
  action_id: id,
  text: plainText(limits.buttonText),
  value: text(limits.buttonValue).optional(),
  style: z.enum(["primary", "danger"]).optional(),
});
const staticSelect = z.strictObject({
  type: z.literal("static_select"),
  action_id: id,
  placeholder,
  options: z.array(option).min(1).max(limits.options),
  initial_option: option.optional(),
});
const textInput = z.strictObject({
  type: z.literal("plain_text_input"),
  action_id: id,
  placeholder,
  multiline: z.boolean().optional(),
  initial_value: z.string().max(limits.inputText).optional(),
  max_length: z.int().min(1).max(limits.inputText).optional(),
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z.array(z.enum(["on_enter_pressed", "on_character_entered"])).min(1),
    })
    .optional(),
});
const inputElement = z.discriminatedUnion("type", [
  staticSelect,
  textInput,
  z.strictObject({
    type: z.literal("multi_static_select"),
    action_id: id,
    placeholder,
    options: z.array(option).min(1).max(limits.options),
    initial_options: z.array(option).min(1).max(limits.options).optional(),
  }),
  z.strictObject({
    type: z.literal("external_select"),
    action_id: id,
    placeholder,
    min_query_length: z.int().min(0).optional(),
    initial_option: option.optional(),
  }),
  z.strictObject({
    type: z.literal("datepicker"),
    action_id: id,
    initial_date: z.iso.date().optional(),
  }),
  z.strictObject({
    type: z.literal("users_select"),
    action_id: id,
    initial_user: id.optional(),
  }),
  z.strictObject({
    type: z.literal("multi_users_select"),
    action_id: id,
    initial_users: z.array(id).min(1).optional(),
  }),
  z.strictObject({
    type: z.literal("conversations_select"),
    action_id: id,
    initial_conversation: id.optional(),
    filter: z.strictObject({
      include: z.array(z.enum(["public", "private"])),
      exclude_bot_users: z.boolean(),
      exclude_external_shared_channels: z.boolean(),
    }),
  }),
]);

const common = { block_id: id.optional() };

const card = z.strictObject({
  ...common,
  type: z.literal("card"),
  title: mrkdwn(limits.cardTitle),
  subtitle: mrkdwn(limits.cardTitle).optional(),
  body: mrkdwn(limits.cardBody).optional(),
  actions: z.array(button).min(1).max(limits.cardButtons).optional(),
});

const cell = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("raw_text"), text: z.string().min(1) }),
  z.strictObject({ type: z.literal("raw_number"), text: z.string().min(1), value: z.number() }),
  z.strictObject({
    type: z.literal("rich_text"),
    elements: z.tuple([
      z.strictObject({
        type: z.literal("rich_text_section"),
        elements: z.tuple([
          z.discriminatedUnion("type", [
            z.strictObject({ type: z.literal("channel"), channel_id: z.string().min(1) }),
            z.strictObject({ type: z.literal("user"), user_id: z.string().min(1) }),
          ]),
        ]),
      }),
    ]),
  }),
]);

/** What a block must be, one rule a type we send. Strict: a key Slack does not know is a fault. */
export const blockRule = z.discriminatedUnion("type", [
  z
    .strictObject({
      ...common,
      type: z.literal("section"),
      text: mrkdwn(limits.sectionText).optional(),
      fields: z.array(mrkdwn(limits.fieldText)).min(1).max(limits.sectionFields).optional(),
      accessory: z.discriminatedUnion("type", [button, staticSelect]).optional(),
    })
    .refine((block) => block.text !== undefined || block.fields !== undefined, "needs a text"),
  z.strictObject({ ...common, type: z.literal("header"), text: plainText(limits.headerText) }),
  z.strictObject({ ...common, type: z.literal("divider") }),
  z.strictObject({
    ...common,
    type: z.literal("context"),
    elements: z.array(mrkdwn(limits.contextText)).min(1).max(limits.contextElements),
  }),
  z.strictObject({
    ...common,
    type: z.literal("actions"),
    elements: z
      .array(z.discriminatedUnion("type", [button, staticSelect]))
      .min(1)
      .max(limits.actionsElements),
  }),
  z.strictObject({
    ...common,
    type: z.literal("alert"),
    text: plainText(limits.alertText),
    level: z.enum(["default", "info", "warning", "error", "success"]).optional(),
  }),
  card,
  z.strictObject({
    ...common,
    type: z.literal("input"),
    block_id: id,
    label: plainText(limits.inputLabel),
    hint: plainText(limits.inputLabel).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: inputElement,
  }),
  z.strictObject({
    ...common,
    type: z.literal("rich_text"),
    elements: z.tuple([
      z.strictObject({
        type: z.literal("rich_text_preformatted"),
        elements: z.tuple([z.strictObject({ type: z.literal("text"), text: z.string().min(1) })]),
      }),
    ]),
  }),
  z
    .strictObject({
      ...common,
      type: z.literal("data_table"),
      caption: text(limits.headerText),
      rows: z
        .array(z.array(cell).min(1).max(limits.tableColumns))
        .min(2)
        .max(limits.tableRows + 1),
      page_size: z.int().min(1).max(limits.tablePageSize).optional(),
      row_header_column_index: z.int().min(0).optional(),
    })
    .refine(
      ({ rows }) => rows.every((row) => row.length === rows[0]?.length),
      "its rows differ in length",
    )
    .refine(
      ({ rows }) =>
        rows.flat().reduce((sum, each) => sum + ("text" in each ? each.text.length : 0), 0) <=
        limits.tableText,
      "its cells hold too much text",
    ),
  z.strictObject({
    ...common,
    type: z.literal("data_visualization"),
    title: text(limits.chartTitle),
    chart: z
      .strictObject({
        type: z.literal("line"),
        series: z
          .array(
            z.strictObject({
              name: text(limits.chartLabel),
              data: z
                .array(z.strictObject({ label: text(limits.chartLabel), value: z.number() }))
                .min(1)
                .max(limits.chartPoints),
            }),
          )
          .min(1)
          .max(limits.chartSeries),
        axis_config: z.strictObject({
          categories: z.array(text(limits.chartLabel)).min(1).max(limits.chartPoints),
          x_label: text(limits.chartAxisLabel).optional(),
          y_label: text(limits.chartAxisLabel).optional(),
        }),
      })
      .refine(
        ({ series }) => new Set(series.map((each) => each.name)).size === series.length,
        "two series have one name",
      )
      .refine(
        ({ series, axis_config: { categories } }) =>
          new Set(categories).size === categories.length &&
          series.every(({ data }) => data.every(({ label }) => categories.includes(label))),
        "a point has no place on the axis",
      ),
  }),
]);

export type BlockType = z.infer<typeof blockRule>["type"];

/** Which blocks a surface shows. */
export const blocksOf: Readonly<Record<Surface, readonly BlockType[]>> = {
  message: [
    "section",
    "header",
    "divider",
    "context",
    "actions",
    "card",
    "data_table",
    "data_visualization",
    "rich_text",
  ],
  modal: ["section", "header", "divider", "context", "actions", "input", "alert", "card"],
  home: ["section", "header", "divider", "context", "actions", "card", "data_table", "input"],
};
