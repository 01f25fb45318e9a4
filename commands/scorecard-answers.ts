import { say } from "../src/i18n/say.ts";
import { isCard } from "../src/kpis/card.ts";
import { kpis } from "../src/kpis/index.ts";
import type { Answer } from "../src/reports/answer.ts";
import type { Asker, Command, Page } from "./command.ts";
import type { Desk } from "./desk.ts";
import { namedKpis } from "./named-kpis.ts";
import { refusal } from "./page.ts";
import { parseKpiWords } from "./words.ts";

/**
 * The words of `/kpi`, said for each KPI they name, for those of `kpis:fcr,csat`, or for all that have
 * data. The first refusal where none has an answer.
 */
export async function scorecardAnswers(
  words: string,
  ask: Command["run"],
  asker: Asker,
  desk: Desk,
): Promise<readonly Answer[] | Page> {
  const { locale } = asker;
  const { listed, rest } = readList(words);
  const chosen = namedKpis(listed);
  if (chosen.unknown !== null) {
    return refusal([say(locale, (t) => t.digests.errors.kpi, { kpi: chosen.unknown })]);
  }
  const named = chosen.known.length > 0 ? chosen.known.map((id) => `${id} ${rest}`) : whole(rest);
  const found: Answer[] = [];
  let refused: Page | null = null;
  for (const question of named ?? measured.map((id) => `${id} ${rest}`)) {
    const reply = await ask(`${question} ${await details(question, desk)}`, asker, desk);
    if (reply.kind === "answer") {
      if (named !== null || reply.answer.value !== null) found.push(reply.answer);
    } else if (reply.kind === "page" && reply.refused) {
      if (named !== null) return reply;
      refused ??= reply;
    }
  }
  if (found.length > 0) return found;
  return refused ?? refusal([say(locale, (t) => t.people.export.nothing)]);
}

/** `kpis:fcr,csat` apart from the other words; in quotes where a name has spaces. */
function readList(words: string): { readonly listed: string; readonly rest: string } {
  const list = /(?<!\S)kpis[:=：]((?:"[^"]*"|[^\s"])+)/gu;
  return {
    listed: [...words.matchAll(list)].map(([, names = ""]) => names.replaceAll('"', "")).join(","),
    rest: words.replaceAll(list, " ").trim(),
  };
}

/** The words as they are where they name a KPI, once for each of several; null where they name none. */
function whole(words: string): readonly string[] | null {
  const asked = parseKpiWords(words);
  if (asked.kind === "question") return [words];
  const isSeveral =
    asked.kind === "problem" &&
    asked.problem.code === "contradiction" &&
    asked.problem.what === "two_kpis";
  return isSeveral ? asked.problem.words : null;
}

/** A card has no figure of its own. */
const measured = kpis.filter((each) => !isCard(each)).map(({ id }) => id);

/** What a file does not ask back: the kind that comes first. It has room for every segment, too. */
async function details(words: string, { reports }: Desk): Promise<string> {
  const asked = parseKpiWords(words);
  if (asked.kind !== "question") return "";
  const { kpi, by, options } = asked.question;
  const [kind] = await reports.kindsToChoose(kpi, options);
  return [
    ...(kind === undefined ? [] : [`kind:${kind}`]),
    ...(by.length > 0 && options["top"] === undefined ? ["top:all"] : []),
  ].join(" ");
}
