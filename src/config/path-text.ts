import { isSecretLike, quote } from "./show-found.ts";

/** `sources[0].records.calls.id`; a key that is not a plain word is quoted. */
export function pathText(path: readonly PropertyKey[]): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[\p{L}\p{N}_-]+$/u.test(String(step))) {
      text += text === "" ? String(step) : `.${String(step)}`;
    } else text += `[${JSON.stringify(String(step))}]`;
  }
  return text;
}

/** A path as a fault may show it: a key can be a secret that slipped to the left of a colon. */
export const shownPath = (path: readonly PropertyKey[]): string =>
  pathText(path.map((step) => (typeof step === "number" ? step : shownKey(String(step)))));

const shownKey = (key: string): string => (isSecretLike(key) ? "…" : quote(key).slice(1, -1));
