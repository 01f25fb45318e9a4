/** What a secret looks like wherever somebody pasted it. */
const secretLike =
  /xox[a-z]-|xapp-|eyJ[\w-]{10}|bearer\s|-----BEGIN|:\/\/[^/\s]*@|:\/\/\S*\?|(?=[\w+=-]*\d)(?=[\w+=-]*[a-z])[\w+=-]{24,}/iu;

/** Far more than is shown of any value; the whole of a long one would take quadratic time. */
const lookedAt = 500;

export const isSecretLike = (text: string): boolean => secretLike.test(text.slice(0, lookedAt));

const secretName = /token|secret|password|passwd|api_?key|authorization|credential/iu;

/** A value as a fault may show it: short, one line, without control marks, and never a secret. */
export function showFound(value: unknown, path: readonly PropertyKey[] = []): string | null {
  if (value === undefined || value === null) return null;
  if (path.some((key) => secretName.test(String(key)))) return "a value that is not shown";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "no number";
  if (typeof value !== "string") return "a mapping";
  return isSecretLike(value) ? "a value that is not shown" : quote(value);
}

/** In double quotes, cut at 60 characters, without control, bidi and zero-width characters. */
export function quote(text: string): string {
  const visible = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "·");
  const characters = Array.from(visible);
  return `"${characters.length > 60 ? `${characters.slice(0, 59).join("")}…` : visible}"`;
}
