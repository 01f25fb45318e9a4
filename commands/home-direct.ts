import { say } from "../src/i18n/say.ts";
import type { Asker, Page } from "./command.ts";
import type { Desk } from "./desk.ts";
import { directRows } from "./direct-rows.ts";
import { page } from "./page.ts";

const mostRows = 3;

/** What became of messages to them alone; nothing where there were none. */
export async function homeDirect(asker: Asker, desk: Desk): Promise<readonly Page[]> {
  const { locale } = asker;
  const found = await directRows(asker, desk, mostRows);
  if (found === null) return [];
  const { left, ...table } = found;
  return [
    page([], {
      title: say(locale, (t) => t.digestMore.direct.title),
      table,
      choices: [{ label: say(locale, (t) => t.digestMore.status), words: "digest status" }],
      hint: left,
    }),
  ];
}
