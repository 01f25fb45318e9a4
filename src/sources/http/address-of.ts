/** The address of a page, with the moment from when on it is asked for. */
export function addressOf(url: string, from: Date | null, page: number): URL {
  const at = (from ?? new Date(0)).toISOString().replace(".000Z", "Z");
  const values: Readonly<Record<string, string>> = {
    since: at,
    since_day: at.slice(0, 10),
    since_epoch: String(Date.parse(at) / 1000),
    page: String(page),
  };
  return new URL(
    url.replaceAll(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(values[name] ?? "")),
  );
}
