import { channelDoor } from "./door.ts";
import type { Parts } from "./parts.ts";
import { takeWords } from "./take-words.ts";

/** A global shortcut: in Slack's menu from anywhere, it says its words for whoever chooses it. */
export interface Shortcut {
  readonly callback: string;
  /** As everybody sees it: Slack knows one name for all languages. */
  readonly name: string;
  readonly description: string;
  readonly words: string;
}

/** Every shortcut the app offers; the manifest and the playground read them here. */
export const shortcuts: readonly Shortcut[] = [
  {
    callback: "set_goal",
    name: "Set a goal",
    description: "Opens the form for a goal: a KPI, a target, a deadline",
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
