import { commands } from "../../commands/index.ts";
import type { Locale, Localized } from "../i18n/locale.ts";
import { botEvents, scopes } from "./scopes.ts";
import { shortcuts } from "./shortcuts.ts";

/** How Slack will reach the bot. */
export type ManifestTarget =
  | { readonly mode: "socket" }
  /** `url`: where the bot's port is reached from outside, `https://kpi.example.com`. */
  | { readonly mode: "http"; readonly url: string };

/** Where the bot takes requests over HTTP. */
const endpoint = "/slack/events";

const description: Localized = {
  en: "Support KPIs asked in chat, goals with a deadline, a digest on Monday.",
  ko: "채팅으로 묻는 고객 지원 KPI, 기한이 있는 목표, 월요일의 요약.",
  ru: "Показатели поддержки по запросу в чате, цели со сроком, сводка по понедельникам.",
  "zh-TW": "在聊天中查詢客服指標、設定有期限的目標，每週一收到摘要。",
};

/**
 * The app's settings, to be pasted at api.slack.com/apps (Create New App, From a manifest). Slack shows
 * the texts in them to everybody alike, so a workspace chooses their language.
 */
export function manifestFor(target: ManifestTarget, locale: Locale = "en"): string {
  const url = target.mode === "http" ? new URL(endpoint, target.url).href : null;
  const request = (indent: string) => (url === null ? [] : [`${indent}request_url: ${url}`]);
  return [
    "# The settings of the Slack app: api.slack.com/apps, Create New App, From a manifest.",
    url === null
      ? "# For Socket Mode: it also needs an app-level token with connections:write (SLACK_APP_TOKEN)."
      : "# For HTTP: it also needs the app's signing secret (SLACK_SIGNING_SECRET).",
    url === null
      ? "# `npx goalpost manifest --http <url>` prints the one for HTTP."
      : "# `npx goalpost manifest` prints the one for Socket Mode.",
    "_metadata:",
    "  major_version: 2",
    "  minor_version: 1",
    "display_information:",
    "  name: Goalpost",
    `  description: ${quoted(description[locale])}`,
    '  background_color: "#1f3b4d"',
    "features:",
    "  app_home:",
    "    home_tab_enabled: true",
    "    messages_tab_enabled: true",
    "    messages_tab_read_only_enabled: false",
    "  bot_user:",
    "    display_name: Goalpost",
    "    always_online: true",
    "  shortcuts:",
    ...shortcuts.flatMap((each) => [
      `    - name: ${quoted(each.name[locale])}`,
      "      type: global",
      `      callback_id: ${each.callback}`,
      `      description: ${quoted(each.description[locale])}`,
    ]),
    "  slash_commands:",
    ...commands.flatMap(({ name, summary, usage }) => [
      `    - command: /${name}`,
      ...(url === null ? [] : [`      url: ${url}`]),
      `      description: ${quoted(summary[locale])}`,
      `      usage_hint: ${quoted(usage[locale].replace(new RegExp(`^/?${name}\\s*`, "u"), ""))}`,
      "      # Names of people and channels come as ids.",
      "      should_escape: true",
    ]),
    "oauth_config:",
    "  scopes:",
    "    bot:",
    ...scopes.map(({ name, why }) => `      - ${name} # ${why}`),
    "settings:",
    "  event_subscriptions:",
    ...request("    "),
    "    bot_events:",
    ...botEvents.map((event) => `      - ${event}`),
    "  interactivity:",
    "    is_enabled: true",
    ...request("    "),
    ...(url === null ? [] : [`    message_menu_options_url: ${url}`]),
    "  org_deploy_enabled: false",
    `  socket_mode_enabled: ${url === null}`,
    "  token_rotation_enabled: false",
    "",
  ].join("\n");
}

const quoted = (text: string): string => JSON.stringify(text);
