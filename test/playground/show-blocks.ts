import type { types } from "@slack/bolt";

type Block = types.KnownBlock;
const plain = (text: string) => ({ type: "plain_text" as const, text });
const mrkdwn = (text: string) => ({ type: "mrkdwn" as const, text });
const option = (text: string, value: string) => ({ text: plain(text), value });
const raw = (text: string) => ({ type: "raw_text" as const, text });
const number = (value: number, text: string) => ({ type: "raw_number" as const, value, text });

const weeks = ["W40", "W41", "W42", "W43", "W44", "W45", "W46", "W47"];
const fcr = [78.2, 79.1, 80.4, 79.8, 82.9, 81.7, 76.3, 77.4];

const chart = (type: string, more: object) => ({
  type: "data_visualization",
  title: `First contact resolution (${type})`,
  chart: { type, ...more },
});
const axis = {
  series: [
    { name: "FCR", data: weeks.map((label, at) => ({ label, value: fcr[at]! })) },
    { name: "Goal", data: weeks.map((label) => ({ label, value: 80 })) },
  ],
  axis_config: { categories: weeks, y_label: "%" },
};

export const lineChart = chart("line", axis);
export const barChart = chart("bar", {
  ...axis,
  series: [
    { name: "E-mail", data: weeks.map((label, at) => ({ label, value: 120 + at * 13 })) },
    { name: "Chat", data: weeks.map((label, at) => ({ label, value: 90 + (at % 3) * 40 })) },
  ],
});
export const areaChart = chart("area", { ...axis, series: axis.series.slice(0, 1) });
export const pieChart = chart("pie", {
  segments: [
    { label: "E-mail", value: 412 },
    { label: "Chat", value: 287 },
    { label: "Phone", value: 198 },
    { label: "Social", value: 61 },
  ],
});

export const dataTable = {
  type: "data_table",
  caption: "By channel, 16–22 Nov",
  page_size: 3,
  row_header_column_index: 0,
  rows: [
    [raw("Channel"), raw("FCR"), raw("Tickets"), raw("Status")],
    [raw("E-mail"), number(71.4, "71.4 %"), number(412, "412"), raw("below goal")],
    [raw("Chat"), number(84.2, "84.2 %"), number(287, "287"), raw("on track")],
    [raw("Phone"), number(88.9, "88.9 %"), number(1198, "1,198"), raw("on track")],
    [raw("Social"), number(9.5, "9.5 %"), number(61, "61"), raw("below goal")],
  ],
};

const card = (name: string, value: string, body: string) => ({
  type: "card",
  title: mrkdwn(name),
  subtitle: mrkdwn(`*${value}*`),
  body: mrkdwn(body),
  subtext: mrkdwn("▂▃▅▄▇▆▂▃"),
  actions: [{ type: "button", action_id: "pressed", text: plain("Why?"), value: name }],
});

export const carousel = {
  type: "carousel",
  elements: [
    card("FCR", "77.4 %", ":small_red_triangle_down: 2.6 points below the goal of 80 %"),
    card("CSAT", "91.0 %", ":white_check_mark: above the goal of 90 %"),
    card("First response", "2 h 14 min", "*below goal*: 4 h"),
    card("Backlog", "143", "12 fewer than last week"),
  ],
};

/** One message with every block that may stand in a message; charts come two at a time. */
export const everyMessageBlock: readonly object[] = [
  { type: "header", text: plain("First contact resolution :dart:") },
  {
    type: "section",
    text: mrkdwn(
      "*77.4 %* of _912_ tickets &amp; ~calls~ `fcr@1`, asked by <@U0LENA> in <#C0LEADS|support-leads>, <!date^1795305600^{date_short} {time}|then>, <https://example.com/fcr|definition>. 2*3*4 stays.\n> A quoted line\nand a plain one",
    ),
    accessory: {
      type: "overflow",
      action_id: "pressed",
      options: [option("Define", "define"), option("Hide", "hide")],
    },
  },
  {
    type: "section",
    fields: [
      mrkdwn("*Value*\n77.4 %"),
      mrkdwn("*Goal*\n80 %"),
      mrkdwn("*Week before*\n76.3 %"),
      mrkdwn("*Sample*\n912 tickets"),
    ],
  },
  { type: "divider" },
  lineChart,
  pieChart,
  dataTable,
  { type: "context", elements: [mrkdwn("Data as of Mon 06:00"), plain("Source: tickets")] },
  {
    type: "actions",
    elements: [
      { type: "button", action_id: "pressed", text: plain("By channel"), value: "by channel" },
      {
        type: "button",
        action_id: "risky",
        text: plain("Delete"),
        value: "delete",
        style: "danger",
        confirm: {
          title: plain("Delete this?"),
          text: mrkdwn("It cannot be *undone*."),
          confirm: plain("Delete"),
          deny: plain("Keep"),
          style: "danger",
        },
      },
      {
        type: "static_select",
        action_id: "pressed2",
        placeholder: plain("Period"),
        options: [option("This week", "this-week"), option("Last week", "last-week")],
      },
    ],
  },
];

export const moreMessageBlocks: readonly object[] = [
  {
    type: "table",
    column_settings: [{ align: "left" }, { align: "right" }],
    rows: [
      [raw("Team"), raw("FCR")],
      [raw("Billing"), number(71.4, "71.4 %")],
      [raw("Technical"), number(80, "80.0 %")],
    ],
  },
  barChart,
  areaChart,
  carousel,
  card("Alone", "1", "A card by itself"),
  {
    type: "container",
    title: plain("Details"),
    subtitle: plain("Four lines"),
    is_collapsible: true,
    child_blocks: [
      { type: "section", text: mrkdwn("Inside the container") },
      {
        type: "actions",
        elements: [{ type: "button", action_id: "pressed", text: plain("Inside"), value: "in" }],
      },
    ],
  },
  {
    type: "rich_text",
    elements: [
      {
        type: "rich_text_section",
        elements: [
          { type: "text", text: "Rich ", style: { bold: true } },
          { type: "user", user_id: "U0MINA" },
          { type: "text", text: " " },
          { type: "emoji", name: "tada" },
        ],
      },
      {
        type: "rich_text_list",
        style: "bullet",
        elements: [
          { type: "rich_text_section", elements: [{ type: "text", text: "one" }] },
          { type: "rich_text_section", elements: [{ type: "text", text: "two" }] },
        ],
      },
    ],
  },
  {
    type: "markdown",
    text: "## Why\n**E-mail** fell, see [tickets](https://example.com).\n\n- one\n- two\n\n| a | b |\n| - | - |\n| 1 | 2 |",
  },
  { type: "image", image_url: "https://example.com/fcr.png", alt_text: "FCR over eight weeks" },
  { type: "header", text: plain("한국어 · Русский · 繁體中文") },
];

const input = (block_id: string, label: string, element: object, more: object = {}) => ({
  type: "input",
  block_id,
  label: plain(label),
  element: { action_id: "given", ...element },
  ...more,
});

/** A form with every input. */
export const everyInput = (present: string): readonly object[] => [
  { type: "alert", block_id: "alert", level: "info", text: mrkdwn(`FCR is *${present}* now.`) },
  input(
    "kpi",
    "KPI",
    {
      type: "static_select",
      options: [option("First contact resolution", "fcr"), option("CSAT", "csat")],
      initial_option: option("First contact resolution", "fcr"),
    },
    { dispatch_action: true },
  ),
  input(
    "target",
    "Target",
    { type: "plain_text_input", placeholder: plain("80 %") },
    { hint: plain("A number with its unit") },
  ),
  input(
    "weeks",
    "Weeks",
    { type: "number_input", is_decimal_allowed: false, min_value: "1" },
    { optional: true },
  ),
  input("deadline", "Deadline", { type: "datepicker", initial_date: "2026-12-31" }),
  input("owner", "Owner", { type: "users_select", initial_user: "U0LENA" }),
  input("channel", "Channel", {
    type: "conversations_select",
    default_to_current_conversation: true,
  }),
  input(
    "customer",
    "Customer",
    { type: "external_select", min_query_length: 1 },
    { optional: true },
  ),
  input(
    "pace",
    "Pace",
    { type: "radio_buttons", options: [option("Weekly", "weekly"), option("Monthly", "monthly")] },
    { optional: true },
  ),
  input(
    "tell",
    "Tell",
    { type: "checkboxes", options: [option("The team", "team"), option("Me", "me")] },
    { optional: true },
  ),
  input("why", "Why", { type: "plain_text_input", multiline: true }, { optional: true }),
];

export const goalForm = (present: string) =>
  ({
    type: "modal",
    callback_id: "goal",
    notify_on_close: true,
    title: plain("Set a goal"),
    submit: plain("Save"),
    close: plain("Cancel"),
    blocks: everyInput(present) as Block[],
  }) as const;

export const homeBlocks = (name: string): Block[] =>
  [
    { type: "header", text: plain(`Good morning, ${name}`) },
    { type: "section", text: mrkdwn("Two of your four goals are behind.") },
    carousel,
    dataTable,
    {
      type: "actions",
      elements: [
        {
          type: "button",
          action_id: "pressed",
          text: plain("New goal"),
          value: "goal",
          style: "primary",
        },
      ],
    },
    { type: "context", elements: [mrkdwn("Updated just now")] },
  ] as Block[];
