import type { Localized } from "../i18n/locale.ts";
import { channelDoor } from "./door.ts";
import type { Parts } from "./parts.ts";
import { takeWords } from "./take-words.ts";

/** A global shortcut: in Slack's menu from anywhere, it says its words for whoever chooses it. */
export interface Shortcut {
  readonly callback: string;
  /** Everybody sees one of them, that of the manifest: Slack knows one name for all languages. */
  readonly name: Localized;
  readonly description: Localized;
  readonly words: string;
}

/** Every shortcut the app offers; the manifest and the playground read them here. */
export const shortcuts: readonly Shortcut[] = [
  {
    callback: "set_goal",
    name: { en: "Set a goal", ko: "목표 설정", ru: "Поставить цель", "zh-TW": "設定目標" },
    description: {
      en: "Opens the form for a goal: a KPI, a target, a deadline",
      ko: "목표를 정하는 양식 열기: KPI, 목표값, 기한",
      ru: "Открывает форму цели: показатель, целевое значение, срок",
      "zh-TW": "開啟目標表單：指標、目標值、期限",
    },
    words: "goal",
  },
];

/** A shortcut comes from nowhere: what is not a form is said directly. */
export function registerShortcuts(parts: Parts): void {
  const { app, replier } = parts;
  for (const { callback, words } of shortcuts) {
    app.shortcut({ callback_id: callback, type: "shortcut" }, async ({ body }) => {
      const { user, trigger_id: triggerId } = body;
      const speaker = { user: user.id, team: user.team_id ?? null, channel: null };
      const door = channelDoor(replier.writer, user.id, { triggerId, isPrivate: true });
      await takeWords(parts, { speaker, door, words });
    });
  }
}
