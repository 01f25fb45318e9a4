import { describe, expect, test } from "vitest";
import { locales, type Locale, type Localized } from "../../src/i18n/locale.ts";
import type { Message, PluralForms } from "../../src/i18n/say.ts";
import { texts } from "../../src/i18n/texts.ts";
import { kinds } from "../../src/kinds/index.ts";
import { kpis } from "../../src/kpis/index.ts";

const isForms = (value: object): value is PluralForms =>
  "other" in value &&
  Object.keys(value).every((key) => ["one", "few", "many", "other"].includes(key));

/** Every message of a language by its path: `answers.noData`. */
function messagesOf(value: unknown, path = ""): ReadonlyMap<string, Message> {
  if (typeof value === "string") return new Map([[path, value]]);
  if (typeof value !== "object" || value === null) throw new Error(`${path} is no text`);
  if (isForms(value)) return new Map([[path, value]]);
  return new Map(
    Object.entries(value).flatMap(([key, each]) => [
      ...messagesOf(each, path === "" ? key : `${path}.${key}`),
    ]),
  );
}

const messages = Object.fromEntries(
  locales.map((locale) => [locale, messagesOf(texts[locale])]),
) as Readonly<Record<Locale, ReadonlyMap<string, Message>>>;
const others = locales.filter((locale) => locale !== "en");

const formsOf = (message: Message): readonly string[] =>
  typeof message === "string" ? [message] : Object.values<string>({ ...message });
const holesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name!);
const holesOf = (message: Message): readonly string[] =>
  [...new Set(formsOf(message).flatMap(holesIn))].toSorted();

/** Written the same in every language: products, formats, abbreviations, and what people type. */
const terms =
  /`[^`]*`|<[^>]*>|:[a-z_]+:|\{\w+\}|(?:https?:)?\/\/?[\w./:-]+|\b[\w-]+\.(?:yml|csv|json|md)\b|\b(?:Goalpost|Slack|PostgreSQL|DuckDB|App Home|SLA|KPI|KPIs|SMART|CSV|JSON|YAML|URL|UTC|ID|NPS|CSAT|CES|ESAT|eNPS|FCR|AHT|ASA|FRT|ART|MRR|p\d+|n|Q\d?|W\d*|S\d|vs|cron|doctor|pull)\b/gu;
const scripts: Readonly<Record<Locale, RegExp>> = {
  en: /[A-Za-z]/u,
  ko: /\p{Script=Hangul}/u,
  ru: /\p{Script=Cyrillic}/u,
  "zh-TW": /\p{Script=Han}/u,
};
const hasWords = (text: string): boolean => /\p{L}{2,}/u.test(text.replace(terms, ""));

/** A language is called by its own name everywhere. */
const languageNames = /English|한국어|русский|繁體中文/gu;

/** Characters that only simplified Chinese writes. */
const simplified =
  /[们这说为时会对开关进过还没样点数据问题标单话线级联户报发务费转总组员满仅从个请设页达应复测负责状态显历结细认证]/u;

describe.each(others)("the texts in %s", (locale) => {
  test("have the keys of the English ones", () => {
    expect([...messages[locale].keys()].toSorted()).toEqual([...messages.en.keys()].toSorted());
  });

  test("have the holes of the English ones", () => {
    const wrong = [...messages.en].flatMap(([path, message]) => {
      const wanted = holesOf(message).join();
      const found = holesOf(messages[locale].get(path) ?? "").join();
      return wanted === found ? [] : [`${path}: ${wanted} but ${found}`];
    });
    expect(wrong).toEqual([]);
  });
});

test("what is counted has each plural form its language knows, and no other", () => {
  const wrong = locales.flatMap((locale) => {
    const known = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    return [...messages.en].flatMap(([path, english]) => {
      const message = messages[locale].get(path) ?? "";
      if (typeof english === "string" && typeof message === "string") return [];
      // Korean and Chinese have one form only: a plain text is that form.
      const found = typeof message === "string" ? ["other"] : Object.keys(message);
      return found.toSorted().join() === known.toSorted().join()
        ? []
        : [`${locale} ${path}: ${found.join()}`];
    });
  });
  expect(wrong).toEqual([]);
});

test("what has plural forms says the count by which they are chosen, once it is not one", () => {
  const wrong = locales.flatMap((locale) =>
    [...messages[locale]].flatMap(([path, message]) =>
      typeof message === "string" || holesIn(message.other).includes("count")
        ? []
        : [`${locale} ${path}: ${message.other}`],
    ),
  );
  expect(wrong).toEqual([]);
});

type Said = readonly [where: string, text: string];

const localized = (where: string, each: Localized, locale: Locale): Said => [where, each[locale]];
const saidIn = (locale: Locale): readonly Said[] => [
  ...[...messages[locale]].flatMap(([path, message]) =>
    formsOf(message).map((text): Said => [path, text]),
  ),
  ...kinds.map((kind) => localized(`kinds ${kind.id}`, kind.title, locale)),
  ...kpis.flatMap((kpi) =>
    (["title", "meaning", "formula"] as const).map((part) =>
      localized(`kpis ${kpi.id} ${part}`, kpi[part], locale),
    ),
  ),
];

describe.each(locales)("every text and KPI in %s", (locale) => {
  const said = saidIn(locale);

  test("is in that language", () => {
    expect(said.length).toBeGreaterThan(80);
    expect(said.filter(([, text]) => hasWords(text) && !scripts[locale].test(text))).toEqual([]);
  });

  test("has no word in the script of another language", () => {
    const foreign = Object.entries(scripts)
      .filter(([other]) => other !== locale && other !== "en")
      .map(([, script]) => script);
    const wrong = said.filter(([, text]) =>
      foreign.some((script) => script.test(text.replace(languageNames, ""))),
    );
    expect(wrong).toEqual([]);
  });

  test("is not empty and has no stray spaces", () => {
    expect(said.filter(([, text]) => text.trim() === "" || / {2}|^ | $/u.test(text))).toEqual([]);
  });
});

test("Taiwan reads traditional characters", () => {
  expect(saidIn("zh-TW").filter(([, text]) => simplified.test(text))).toEqual([]);
});
