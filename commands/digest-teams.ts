import type { Digest } from "../src/documents/shape.ts";
import type { Locale } from "../src/i18n/locale.ts";
import { say } from "../src/i18n/say.ts";
import type { Filters } from "../src/kpis/where.ts";
import { isNamed, sameValue } from "../src/kpis/same-value.ts";
import type { Field } from "./command.ts";
import type { Desk } from "./desk.ts";

type TeamChannels = Desk["teamChannels"];

/** Where a digest goes, the first channel before those of the further teams. */
export type Teams = Pick<Digest, "where" | "also">;

/** Every team that may be meant, with its channel where goalpost.yml names one: its own, and those of records. */
export async function knownTeams({ teamChannels, reports }: Desk): Promise<TeamChannels> {
  const held = await reports.valuesOf("team");
  const others = held.filter((team) => !isNamed(team, [...teamChannels.keys()]));
  return new Map([...teamChannels, ...others.map((team) => [team, null] as const)]);
}

/** The parts of `Billing, Shipping=C0SHIPPING`, or of lines. */
export const teamParts = (text: string, known: TeamChannels): readonly string[] =>
  text.split("\n").flatMap((line) => partsOf(line.split(/(?<=[,;、，])/u), known));

/** As many pieces at once as name a team together: one may have a comma in its name. */
function partsOf(pieces: readonly string[], known: TeamChannels): readonly string[] {
  if (pieces.length === 0) return [];
  const ends = pieces.map((_, at) => pieces.length - at);
  const end = ends.find((each) => isKnown(joined(pieces.slice(0, each)), known)) ?? 1;
  const part = joined(pieces.slice(0, end));
  return [...(part === "" ? [] : [part]), ...partsOf(pieces.slice(end), known)];
}

const joined = (pieces: readonly string[]): string =>
  pieces
    .join("")
    .trim()
    .replace(/[,;、，]$/u, "")
    .trim();

const isKnown = (part: string, known: TeamChannels): boolean =>
  known.has(readTeam(part, known).team);

/**
 * Reads further teams, each in its own channel. A team whose channel is that of the digest itself
 * narrows the digest to it. Gives what is wrong, or where it goes.
 */
export function readTeams(
  text: string,
  digest: { readonly channel: string | null; readonly where: Filters },
  teamChannels: TeamChannels,
  locale: Locale,
): Teams | { readonly fault: string } {
  let { where } = digest;
  const also: { channel: string; team: string }[] = [];
  for (const part of teamParts(text, teamChannels)) {
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
  const [team, channel] = [...teamChannels].find(([each]) => sameValue(each, name)) ?? [
    name.trim(),
    null,
  ];
  return { team, channel: id ?? channel };
}

/** As it is chosen again, a line each. */
export const teamsText = (also: Digest["also"], teamChannels: TeamChannels): string =>
  also
    .map(({ team, channel }) => (teamChannels.get(team) === channel ? team : `${team}=${channel}`))
    .join("\n");

/** Those to choose from: all that are known, and those in a channel of their own that were said. */
export function teamChoices(
  said: string | null,
  known: TeamChannels,
  locale: Locale,
): { readonly choices: Field["choices"]; readonly initial: string | null } {
  const chosen = teamParts(said ?? "", known).map((part) => {
    const { team, channel } = readTeam(part, known);
    return channel === null || known.get(team) === channel ? team : `${team}=${channel}`;
  });
  const offered = [...known].map(([team, channel]) => ({
    label: channel === null ? say(locale, (t) => t.digestMore.form.noChannel, { team }) : team,
    value: team,
  }));
  const further = chosen
    .filter((value) => !known.has(value))
    .map((value) => ({ label: value.replace(/=(?=[^=]*$)/u, " · "), value }));
  return {
    choices: [...offered, ...further],
    initial: chosen.length === 0 ? null : chosen.join("\n"),
  };
}
