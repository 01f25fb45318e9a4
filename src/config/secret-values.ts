import { environmentSchema } from "./environment-schema.ts";

/** Shorter ones would hide ordinary words. */
export const isHidden = (secret: string): boolean => secret.length >= 8;

/** What the secret variables hold, and the passwords in addresses among them: a log shows none of it. */
export function secretValues(
  env: Readonly<Record<string, string | undefined>> = process.env,
): readonly string[] {
  return Object.entries(environmentSchema.shape)
    .filter(([, schema]) => schema.meta()?.["secret"] === true)
    .flatMap(([name]) => {
      const value = env[name]?.trim() ?? "";
      const password = URL.canParse(value) ? new URL(value).password : "";
      return [value, password, safeDecode(password)];
    })
    .filter(isHidden);
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
