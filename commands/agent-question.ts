import { listed } from "../src/i18n/listed.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import type { Filter } from "../src/kpis/where.ts";
import { isNamed } from "../src/kpis/same-value.ts";
import { ownNames, type AgentRules } from "../src/people/agents.ts";
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
  const own = ownNames(rules, asker.id);
  const filter = question.where.agent;
  const named = filter === undefined ? undefined : withNames(filter, own);
  const asked: Asked = { question, asker, rules, own, named };
  return (
    unknownSelf(asked) ??
    othersRefused(asked) ??
    hiddenRefused(asked) ?? {
      ask:
        named === undefined
          ? question
          : { ...question, where: { ...question.where, agent: named } },
    }
  );
}

interface Asked {
  readonly question: Question;
  readonly asker: Asker;
  readonly rules: AgentRules;
  /** The names the asker goes by. */
  readonly own: readonly string[];
  /** The filter with `me` put into names. */
  readonly named: Filter | undefined;
}

function unknownSelf({ question, asker: { id, locale }, own }: Asked): Page | null {
  const filter = question.where.agent;
  if (filter === undefined || own.length > 0 || !valuesOf(filter).some(isSelf)) return null;
  return refusal([say(locale, (t) => t.words.agents.unknownSelf)], {
    hint: say(locale, (t) => t.words.agents.unknownSelfHint, { id }),
  });
}

function othersRefused({ question, asker, own, named }: Asked): Page | null {
  const wanted = named !== undefined && "in" in named ? named.in : [];
  const isOwnOnly = wanted.length > 0 && wanted.every((name) => isNamed(name, own));
  if (isOwnOnly || may(asker.role, "see_agents")) return null;
  return refusal([say(asker.locale, (t) => t.words.agents.ownOnly)], {
    choices: own.length === 0 ? [] : [ownChoice(question, asker.locale)],
  });
}

/** Of all but some, what is left could be a single person who opted out. */
function hiddenRefused({ asker: { locale }, rules, own, named }: Asked): Page | null {
  if (named === undefined || rules.optedOut.length === 0) return null;
  if ("not_in" in named) return refusal([say(locale, (t) => t.words.agents.allButSome)]);
  const hidden = named.in.filter((name) => isNamed(name, rules.optedOut) && !isNamed(name, own));
  return hidden.length === 0
    ? null
    : refusal([say(locale, (t) => t.words.agents.optedOut, { names: listed(hidden, locale) })]);
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
