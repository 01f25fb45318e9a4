import { chat } from "./chat.ts";
import { connections } from "./connections.ts";
import { conversations } from "./conversations.ts";
import { files } from "./files.ts";
import type { Method } from "./method.ts";
import { users } from "./users.ts";
import { views } from "./views.ts";
import { workspaceInfo } from "./workspace-info.ts";

/** Every Web API method this Slack knows, by name. */
export const webApi = (nextSocketUrl: () => string): Readonly<Record<string, Method>> => ({
  ...workspaceInfo,
  ...connections(nextSocketUrl),
  ...chat,
  ...conversations,
  ...users,
  ...views,
  ...files,
});
