import Holidays from "date-holidays";
import { isRegion } from "./holidays.ts";

/**
 * The region somebody may have meant: by its code in small letters, by its name, or by the letters
 * of a name (USA, UK). Of a country that has no such part the country.
 */
export function nearestRegion(text: string): string | null {
  const typed = text.trim().toUpperCase();
  if (isRegion(typed)) return typed;
  const known = new Holidays();
  const country = codeOf(typed, [known.getCountries("en"), known.getCountries()]);
  if (country !== null) return country;
  const [first = "", ...rest] = typed.split("-");
  const whole = isRegion(first) ? first : codeOf(first, [known.getCountries("en")]);
  if (whole === null || rest.length === 0) return null;
  const states = known.getStates(whole);
  const state = states === undefined ? null : codeOf(rest.join("-"), [states]);
  return state === null ? whole : `${whole}-${state}`;
}

/** The code of a name, in the first of the lists that has it. */
function codeOf(name: string, lists: readonly Readonly<Record<string, string>>[]): string | null {
  for (const list of lists) {
    const found = Object.entries(list).find(
      ([, each]) => each.toUpperCase() === name || initialsOf(each) === name,
    );
    if (found !== undefined) return found[0];
  }
  return null;
}

/** `USA`: the letters of the words that are written large; one letter alone says nothing. */
function initialsOf(name: string): string | null {
  const initials = name.match(/\b\p{Lu}/gu) ?? [];
  return initials.length < 2 ? null : initials.join("");
}
