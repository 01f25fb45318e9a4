/** Takes a person out of any plain data, and leaves all else as it is. */
export type Scrub = <T>(value: T) => T;

export interface ForgottenPerson {
  /** As the records write them. */
  readonly names: readonly string[];
  /** Slack's. */
  readonly ids: readonly string[];
  /** What stands for all of them: `former agent 3`. */
  readonly pseudonym: string;
}

/** Fields that people wrote or read: only there a name is a name. An id is one anywhere. */
const spoken = new Set([
  "text",
  "why",
  "reason",
  "submission",
  "before",
  "after",
  "title",
  "headline",
  "heading",
  "sentence",
  "caption",
  "remarks",
  "lines",
  "rows",
  "snoozed",
  "label",
  "inWords",
]);

/** Ids are replaced wherever they stand, names as whole words of what people wrote. */
export function scrubFor({ names, ids, pseudonym }: ForgottenPerson): Scrub {
  const ofIds = ids.length === 0 ? null : anyOf(ids, "gu");
  const ofNames = names.length === 0 ? null : anyOf(names, "giu");
  const inText = (text: string, isSpoken: boolean): string => {
    // `<@U0BECKY>` and `<@U0BECKY|becky>` are mentions of the id: what stands for it is none.
    const plain = ids.reduce(
      (rest, id) => rest.replaceAll(new RegExp(`<@${id}(?:\\|[^>]*)?>`, "gu"), pseudonym),
      text,
    );
    const withoutIds = ofIds === null ? plain : plain.replace(ofIds, pseudonym);
    return isSpoken && ofNames !== null ? withoutIds.replace(ofNames, pseudonym) : withoutIds;
  };
  const scrub = (value: unknown, isSpoken: boolean): unknown => {
    if (typeof value === "string") return inText(value, isSpoken);
    if (Array.isArray(value)) return value.map((each) => scrub(each, isSpoken));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        inText(key, false),
        // A list of what was said is said too; an object names its own fields.
        scrub(each, spoken.has(key) && (typeof each === "string" || Array.isArray(each))),
      ]),
    );
  };
  // Only strings change, and none of them becomes anything but a string.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (value) => scrub(value, false) as typeof value;
}

/** Chinese and Korean put no space behind a name, so there it may stand within a word. */
const unspaced = /[\p{Script=Han}\p{Script=Hangul}]/u;

function anyOf(words: readonly string[], flags: string): RegExp {
  const each = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => {
      const text = word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, "\\$&").replaceAll(/\s+/gu, "\\s+");
      return unspaced.test(word) ? text : `(?<![\\p{L}\\p{N}_])${text}(?![\\p{L}\\p{N}_])`;
    });
  return new RegExp(each.join("|"), flags);
}
