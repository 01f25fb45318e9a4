import type { HttpSettings } from "./http-settings.ts";

/** From when on an address is asked, in whole seconds; null where it does not say so. */
export function askedFrom(
  { url, look_back, begins }: Pick<HttpSettings, "url" | "look_back" | "begins">,
  since: Date | null,
): Date | null {
  if (!url.includes("{since")) return null;
  const first = new Date(begins === undefined ? 0 : `${begins}T00:00:00Z`);
  const wanted = since === null ? first : new Date(since.getTime() - look_back * 1000);
  const from = wanted < first ? first : wanted;
  return new Date(Math.floor(from.getTime() / 1000) * 1000);
}
