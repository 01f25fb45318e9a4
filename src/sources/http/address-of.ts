import type { HttpSettings } from "./http-settings.ts";

/** The address of a page, with the moment from when on it is asked for. */
export function addressOf(
  { url, look_back, begins }: Pick<HttpSettings, "url" | "look_back" | "begins">,
  since: Date | null,
  page: number,
): URL {
  const first = new Date(begins === undefined ? 0 : `${begins}T00:00:00Z`);
  const wanted = since === null ? first : new Date(since.getTime() - look_back * 1000);
  const from = wanted < first ? first : wanted;
  const whole = new Date(Math.floor(from.getTime() / 1000) * 1000);
  const at = whole.toISOString().replace(".000Z", "Z");
  const values: Readonly<Record<string, string>> = {
    since: at,
    since_day: at.slice(0, 10),
    since_epoch: String(whole.getTime() / 1000),
    page: String(page),
  };
  return new URL(
    url.replaceAll(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(values[name] ?? "")),
  );
}
