import { locales, type Locale } from "../../src/i18n/locale.ts";
import { nordlicht, type Person, type Seed } from "../../src/playground/people.ts";

type Part = "lead" | "agent" | "stranger";

/** Whoever plays that part and speaks that language. */
export const personId = (part: Part, locale: Locale): string =>
  `U0${part}${locale}`.toUpperCase().replace("-", "");

/** A lead, an agent and a stranger for each language; only Slack and their profile tell them apart. */
const people = (["lead", "agent", "stranger"] as const).flatMap((part) =>
  locales.map((locale): Person => {
    const id = personId(part, locale);
    const teamId = part === "stranger" ? "T0PARTNER" : nordlicht.team.id;
    const name = `${part} ${locale}`;
    return { id, teamId, name, handle: name, locale, zone: "Europe/Berlin", part, hue: 200 };
  }),
);

const idsOf = (part: Part): readonly string[] => locales.map((locale) => personId(part, locale));
const ours = [...idsOf("lead"), ...idsOf("agent")];

/** The playground's own workspace, with these people in it too. */
export const fourfold: Seed = {
  ...nordlicht,
  people: [...nordlicht.people, ...people],
  groups: nordlicht.groups.map(({ id, members }) => ({
    id,
    members: [...members, ...idsOf("lead")],
  })),
  channels: nordlicht.channels.map((channel) => {
    const more = { C0BILLING: ours, C0SUPPORT: [...ours, ...idsOf("stranger")] }[channel.id] ?? [];
    return { ...channel, members: [...channel.members, ...more] };
  }),
};
