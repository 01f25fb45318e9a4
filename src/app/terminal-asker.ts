import type { Asker } from "../../commands/command.ts";
import type { Config } from "../config/config.ts";
import type { Locale } from "../i18n/locale.ts";
import { createRoleOf } from "./role-of.ts";

/**
 * Who speaks in the terminal. Whoever may read the data folder may do everything; with `--as` it is
 * that person, with the role `people:` gives. User groups are known to Slack alone.
 */
export async function terminalAsker(
  { people, workspace }: Config,
  id: string | null,
  locale: Locale | null,
): Promise<Asker> {
  return {
    id: id ?? "terminal",
    name: id ?? "terminal",
    role: id === null ? "admin" : await createRoleOf(people)(id, async () => false),
    locale: locale ?? workspace.locale,
    zone: workspace.zone,
    channel: null,
  };
}
