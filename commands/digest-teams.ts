import type { Digest } from "../src/documents/shape.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import type { Filters } from "../src/kpis/where.ts";
import type { Desk } from "./desk.ts";

type TeamChannels = Desk["teamChannels"];

/** Where a digest goes, the first channel before those of the further teams. */
export type Teams = Pick<Digest, "where" | "also">;

/**
 * Reads `Billing, Shipping=C0SHIPPING`: further teams, each in its own channel. A team whose channel
 * is that of the digest itself narrows the digest to it. Gives what is wrong, or where it goes.
 */
export function readTeams(
  text: string,
  digest: { readonly channel: string | null; readonly where: Filters },
  teamChannels: TeamChannels,
  locale: Locale,
): Teams | { readonly fault: string } {
  let { where } = digest;
  const also: { channel: string; team: string }[] = [];
  for (const part of text.split(/[,;、，\n]/u).map((each) => each.trim())) {
    if (part === "") continue;
    const { team, channel } = readTeam(part, teamChannels);
    if (channel === null) return { fault: say(locale, (t) => t.digestMore.errors.team, { team }) };
    const isOwn = channel === digest.channel && where.team === undefined;
    if (!isOwn && [digest.channel, ...also.map((each) => each.channel)].includes(channel)) {
      return { fault: say(locale, (t) => t.digestMore.errors.shared, { team }) };
    }
    if (isOwn) where = { ...where, team: { in: [team] } };
    else also.push({ channel, team });
  }
  return { where, also };
}

function readTeam(part: string, teamChannels: TeamChannels) {
  const [, name = part, id] = /^(.*?)\s*[=＝]\s*#?([A-Z0-9]{3,})$/u.exec(part) ?? [];
  const wanted = name.trim().toLowerCase();
  const [team, channel] = [...teamChannels].find(([each]) => each.toLowerCase() === wanted) ?? [
    name.trim(),
    null,
  ];
  return { team, channel: id ?? channel };
}

/** As it is typed again. */
export const teamsText = (also: Digest["also"], teamChannels: TeamChannels): string =>
  also
    .map(({ team, channel }) => (teamChannels.get(team) === channel ? team : `${team}=${channel}`))
    .join(", ");
