import { languageName } from "../../commands/language-name.ts";
import { filtersSchema } from "../../goals/goal.ts";
import { labelled } from "../blocks/answer-texts.ts";
import { chosenText, severityText } from "../digests/goal-remarks.ts";
import { sayDay, sayWeekday } from "../digests/say-when.ts";
import { whereWords } from "../digests/where-words.ts";
import type { AuditEdit } from "../documents/audit-log.ts";
import { digestPeriods } from "../documents/shape.ts";
import { listed } from "../i18n/listed.ts";
import { locales, type Locale } from "../i18n/locale.ts";
import { say } from "../i18n/say.ts";
import type { Texts } from "../i18n/texts.ts";
import { isLocalDay } from "../periods/local-day.ts";
import { formatNumber } from "../quantities/format-number.ts";

/** What the machine keeps for itself, and what the line says beside it: who, when. */
const plumbing = new Set([
  "id",
  "revision",
  "submission",
  "createdBy",
  "createdAt",
  "activeFrom",
  // A goal's own history of the very fields that stand beside it, and what was measured and counted for it.
  "edits",
  "baseline",
  "startsOn",
  "towards",
]);

/** What a field is called in the forms and lists that people know it from; other fields by their key. */
const names: Readonly<Record<string, (t: Texts) => string>> = {
  kpi: (t) => t.goals.form.kpi,
  where: (t) => t.goals.form.where,
  accepted: (t) => t.goals.form.accept,
  target: (t) => t.goals.history.fields.target,
  steps: (t) => t.goals.history.fields.steps,
  deadline: (t) => t.goals.history.fields.deadline,
  checkpoints: (t) => t.goals.history.fields.checkpoints,
  owner: (t) => t.goals.history.fields.owner,
  channel: (t) => t.goals.history.fields.channel,
  why: (t) => t.goals.history.fields.why,
  guardrails: (t) => t.goals.history.fields.guardrails,
  severity: (t) => t.goals.history.fields.severity,
  checkpointOwners: (t) => t.goals.history.fields.checkpointOwners,
  direction: (t) => t.goals.history.fields.direction,
  surveyEvery: (t) => t.goals.history.fields.surveyEvery,
  renews: (t) => t.goals.history.fields.renews,
  kpis: (t) => t.digests.form.kpis,
  locale: (t) => t.digests.form.language,
  zone: (t) => t.digests.form.zone,
  weekday: (t) => t.digests.form.weekday,
  time: (t) => t.digests.form.time,
  period: (t) => t.digestMore.form.period,
  also: (t) => t.digestMore.form.teams,
  waitMinutes: (t) => t.digestMore.form.wait,
  day: (t) => t.explain.notes.columns.day,
  text: (t) => t.explain.notes.columns.text,
};

/** `g1: Target: 80 → 85`; of what is new, all that it holds; of what is gone, all that it held. */
export function auditWords({ collection, id, before, after }: AuditEdit, locale: Locale): string {
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const told = keys
    .filter((key) => !plumbing.has(key) && !courseKeys.has(key))
    .flatMap((key): readonly string[] => {
      if (key === "checkIns") return checkInTexts(before?.[key], after?.[key], locale);
      const was = valueText(key, before?.[key], locale);
      const is = valueText(key, after?.[key], locale);
      if (was === is) return [];
      return [labelled(nameOf(key, locale), before === null ? is : `${was} → ${is}`, locale)];
    });
  const all = [...told, ...courseTexts(before, after, locale)];
  const thing = coded.has(collection) ? id : `${collection} ${id}`;
  return labelled(thing, listed(all, locale, "long") || nothing, locale);
}

/** Their ids say what they are: `g1`, `d1`, `n1`. */
const coded = new Set(["goals", "digests", "notes"]);

const nothing = "–";

function nameOf(key: string, locale: Locale): string {
  const name = Object.hasOwn(names, key) ? names[key] : undefined;
  return name === undefined ? key : say(locale, name);
}

type Fields = AuditEdit["before"];

const courseKeys = new Set(["draft", "paused", "archived"]);

/** Running, paused or over, where that changed; of what is new, where it does not run. */
function courseTexts(before: Fields, after: Fields, locale: Locale): readonly string[] {
  const keys = Object.keys({ ...before, ...after }).filter((key) => courseKeys.has(key));
  if (keys.length === 0 || after === null) return [];
  const course = (fields: Fields): string => {
    const on = (["archived", "draft", "paused"] as const).find((key) => fields?.[key] === true);
    return say(locale, (t) => t.goals.courses[on ?? "running"]);
  };
  const [was, is] = [course(before), course(after)];
  if (was === is) return [];
  const text = before === null ? is : `${was} → ${is}`;
  return [
    labelled(
      say(locale, (t) => t.goals.history.fields.state),
      text,
      locale,
    ),
  ];
}

/** Those that came. */
function checkInTexts(before: unknown, after: unknown, locale: Locale): readonly string[] {
  const [was, is] = [before, after].map((all): readonly unknown[] =>
    Array.isArray(all) ? all : [],
  );
  return (is ?? [])
    .slice(was?.length ?? 0)
    .flatMap((each) =>
      typeof each === "object" && each !== null && "text" in each
        ? [say(locale, (t) => t.goals.history.checkIn, { text: String(each.text) })]
        : [],
    );
}

const longest = 200;

/** As people write it; what has no such words, as it is kept. */
function valueText(key: string, value: unknown, locale: Locale): string {
  const text = words(key, value, locale);
  return text.length > longest ? `${text.slice(0, longest)}…` : text || nothing;
}

function words(key: string, value: unknown, locale: Locale): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return chosenWords(key, value, locale);
  if (key === "weekday" && typeof value === "number") return sayWeekday(value, locale);
  if (typeof value === "number") return formatNumber(value, locale, { least: 0, most: 4 });
  if (Array.isArray(value)) {
    return listed(
      value.map((each) => words("", each, locale)),
      locale,
    );
  }
  const where = key === "where" ? filtersSchema.safeParse(value).data : undefined;
  if (where !== undefined) return whereWords(where);
  if (typeof value !== "object") return JSON.stringify(value);
  return Object.entries(value)
    .map(([name, each]) => `${name} ${words(name, each, locale)}`)
    .join(" ");
}

/** As the form shows it; a text as it was typed. */
function chosenWords(key: string, value: string, locale: Locale): string {
  if (key === "severity") return severityText(value, locale);
  if (key === "direction" || key === "surveyEvery") return chosenText(value, locale);
  const period = key === "period" ? digestPeriods.find((each) => each === value) : undefined;
  if (period !== undefined) return say(locale, (t) => t.digestMore.form.periods[period]);
  const language = key === "locale" ? locales.find((each) => each === value) : undefined;
  if (language !== undefined) return languageName(language);
  return isLocalDay(value) ? sayDay(value, locale) : value;
}
