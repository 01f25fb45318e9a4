import { commands } from "../../commands/index.ts";
import { parseKpiWords } from "../../commands/words.ts";
import type { Locale } from "../i18n/locale.ts";
import { kpis } from "../kpis/index.ts";
import type { Suggestion } from "./wire.ts";

/** What may follow a KPI, as people of each language would type it. */
const following: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    "last-week",
    "last-month",
    "this-week",
    "this-month",
    "yesterday",
    "by channel",
    "by team",
    "by agent",
    "vs target",
    "trend",
  ],
  ko: [
    "지난주",
    "지난달",
    "이번 주",
    "이번 달",
    "어제",
    "채널별",
    "팀별",
    "상담원별",
    "목표 대비",
    "추이",
  ],
  ru: [
    "за прошлую неделю",
    "за прошлый месяц",
    "за эту неделю",
    "за этот месяц",
    "вчера",
    "по каналам",
    "по командам",
    "по операторам",
    "против цели",
    "динамика",
  ],
  "zh-TW": [
    "上週",
    "上個月",
    "本週",
    "本月",
    "昨天",
    "依管道",
    "依團隊",
    "依客服",
    "對比目標",
    "趨勢",
  ],
};

const mostShown = 8;

const isQuestion = (words: string): boolean => parseKpiWords(words).kind === "question";
const startsWith = (text: string, beginning: string): boolean =>
  text.toLowerCase().startsWith(beginning.toLowerCase());

/** KPIs whose id, title or other name in any language begins like that. */
function kpiSuggestions(name: string, typed: string, locale: Locale): readonly Suggestion[] {
  return kpis.flatMap(({ id, title, aliases }) => {
    const isId = startsWith(id, typed);
    const isNamed = [...Object.values(title), ...aliases].some((each) => startsWith(each, typed));
    if (!isId && !isNamed) return [];
    const says = typed !== "" && isId ? id : locale === "en" ? id : title[locale];
    return [{ line: `${name} ${says}`, about: says === id ? title[locale] : id }];
  });
}

/** What may still be said about the question so far; the parser itself says what fits. */
function furtherSuggestions(typed: string, locale: Locale): readonly Suggestion[] {
  const words = typed.split(/\s+/u);
  for (let count = 0; count <= Math.min(2, words.length - 1); count += 1) {
    const head = words.slice(0, words.length - count).join(" ");
    const begun = words.slice(words.length - count).join(" ");
    if (!isQuestion(head) || (count === 0 && !typed.endsWith(" "))) continue;
    return following[locale]
      .filter((word) => startsWith(word, begun) && !head.includes(word))
      .filter((word) => isQuestion(`${head.trim()} ${word}`))
      .map((word) => ({ line: `kpi ${head.trim()} ${word}`, about: "" }));
  }
  return [];
}

/** The examples of a command's usage: `fcr · list · show g1`. */
function usageSuggestions(name: string, usage: string, typed: string): readonly Suggestion[] {
  return usage
    .split(" · ")
    .filter((each) => startsWith(each, typed))
    .map((each) => ({ line: `${name} ${each}`, about: "" }));
}

/** Whole lines that a slash command being typed could become. */
export function suggestLine(line: string, locale: Locale): readonly Suggestion[] {
  const [, name = "", typed = ""] = /^(\S+)\s+(.*)$/su.exec(line) ?? [];
  const command = commands.find((each) => each.name === name);
  if (command === undefined) return [];
  const all = [
    ...(name === "kpi" ? furtherSuggestions(typed, locale) : []),
    ...usageSuggestions(name, command.usage[locale], typed),
    ...(name === "kpi" || name === "goal" ? kpiSuggestions(name, typed, locale) : []),
  ];
  const lines = new Map(all.map((each) => [each.line, each]));
  lines.delete(line.trim());
  return [...lines.values()].slice(0, mostShown);
}
