import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import type { Filter } from "../src/kpis/where.ts";
import { isNamed, ownNames, type AgentRules } from "../src/people/agents.ts";
import { may } from "../src/people/may.ts";
import { isAboutAgents } from "../src/reports/about-agents.ts";
import type { Question } from "../src/reports/question.ts";
import type { Asker, Choice, Page } from "./command.ts";
import { refusal } from "./page.ts";
import { questionToWords } from "./words/question-to-words.ts";

/** `agent:me`, in four languages. */
const selfWords = ["me", "myself", "나", "저", "본인", "я", "меня", "себя", "我", "自己", "本人"];

/**
 * The question as this person may ask it, `agent:me` put into names; or why not. Leads see every
 * agent who did not opt out, everybody sees themselves.
 */
export function questionFor(
  question: Question,
  asker: Asker,
  rules: AgentRules,
): { readonly ask: Question } | Page {
  if (!isAboutAgents(question)) return { ask: question };
  const { locale } = asker;
  const own = ownNames(rules, asker.id);
  const filter = question.where.agent;
  if (filter !== undefined && valuesOf(filter).some(isSelf) && own.length === 0) {
    return refusal([say(locale, (t) => t.words.agents.unknownSelf)], {
      hint: say(locale, (t) => t.words.agents.unknownSelfHint, { id: asker.id }),
    });
  }
  const named = filter === undefined ? undefined : withNames(filter, own);
  const wanted = named !== undefined && "in" in named ? named.in : [];
  const isOwnOnly = wanted.length > 0 && wanted.every((name) => isNamed(name, own));
  if (!isOwnOnly && !may(asker.role, "see_agents")) {
    return refusal([say(locale, (t) => t.words.agents.ownOnly)], {
      choices: own.length === 0 ? [] : [ownChoice(question, locale)],
    });
  }
  // Of all but some, what is left could be a single person who opted out.
  if (named !== undefined && "not_in" in named && rules.optedOut.length > 0) {
    return refusal([say(locale, (t) => t.words.agents.allButSome)]);
  }
  const asked = named === undefined ? [] : valuesOf(named);
  const hidden = asked.filter((name) => isNamed(name, rules.optedOut) && !isNamed(name, own));
  if (hidden.length > 0) {
    return refusal([say(locale, (t) => t.words.agents.optedOut, { names: hidden.join(", ") })]);
  }
  return {
    ask:
      named === undefined ? question : { ...question, where: { ...question.where, agent: named } },
  };
}

const isSelf = (value: string): boolean => isNamed(value, selfWords);

const valuesOf = (filter: Filter): readonly string[] =>
  "in" in filter ? filter.in : filter.not_in;

function withNames(filter: Filter, own: readonly string[]): Filter {
  const names = [...new Set(valuesOf(filter).flatMap((value) => (isSelf(value) ? own : [value])))];
  return "in" in filter ? { in: names } : { not_in: names };
}

/** The same of the asker alone. */
function ownChoice(question: Question, locale: Locale): Choice {
  const { by, where } = question;
  const own = {
    ...question,
    by: by.filter((segment) => segment !== "agent"),
    where: { ...where, agent: { in: ["me"] } },
  };
  return {
    label: say(locale, (t) => t.words.agents.own),
    words: `kpi ${questionToWords(own)}`,
  };
}
