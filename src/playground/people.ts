import type { Locale } from "../i18n/locale.ts";

/** Somebody to act as. A stranger comes from another workspace through a shared channel. */
export interface Person {
  readonly id: string;
  readonly teamId: string;
  readonly name: string;
  readonly handle: string;
  readonly locale: Locale;
  readonly zone: string;
  readonly part: "manager" | "lead" | "agent" | "stranger";
  readonly hue: number;
  /** Somebody who is no full member though of this workspace. */
  readonly standing?: "guest" | "gone" | "bot";
}

export interface ChannelSeed {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  readonly kind: "public" | "private";
  readonly members: readonly string[];
  readonly hasBot: boolean;
  readonly isArchived?: boolean;
}

/** A workspace to begin with. */
export interface Seed {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly bot: { readonly userId: string; readonly botId: string; readonly name: string };
  readonly appId: string;
  readonly people: readonly Person[];
  readonly channels: readonly ChannelSeed[];
  readonly groups: readonly { readonly id: string; readonly members: readonly string[] }[];
}

const team = { id: "T0NORDLICHT", name: "Nordlicht Support", domain: "nordlicht" };

const mina: Person = {
  id: "U0MINA",
  teamId: team.id,
  name: "Mina Seo",
  handle: "mina",
  locale: "ko",
  zone: "Asia/Seoul",
  part: "manager",
  hue: 262,
};
const lena: Person = {
  id: "U0LENA",
  teamId: team.id,
  name: "Lena Vogt",
  handle: "lena",
  locale: "en",
  zone: "Europe/Berlin",
  part: "lead",
  hue: 168,
};
const andrei: Person = {
  id: "U0ANDREI",
  teamId: team.id,
  name: "Andrei Volkov",
  handle: "andrei",
  locale: "ru",
  zone: "Europe/Moscow",
  part: "agent",
  hue: 24,
};
const sam: Person = {
  id: "U0SAMTSAI",
  teamId: "T0PARTNER",
  name: "Sam Tsai",
  handle: "sam.tsai",
  locale: "zh-TW",
  zone: "Asia/Taipei",
  part: "stranger",
  hue: 335,
};

/** The desk the playground plays: a manager, a lead, an agent and a stranger, each in a language. */
export const nordlicht: Seed = {
  team,
  bot: { userId: "U0GOALPOST", botId: "B0GOALPOST", name: "Goalpost" },
  appId: "A0GOALPOST",
  people: [mina, lena, andrei, sam],
  groups: [{ id: "S0LEADS", members: [lena.id] }],
  channels: [
    {
      id: "C0LEADS",
      name: "support-leads",
      topic: "Numbers, goals, plans",
      kind: "private",
      members: [mina.id, lena.id],
      hasBot: true,
    },
    {
      id: "C0SUPPORT",
      name: "support",
      topic: "Questions from the desk",
      kind: "public",
      members: [mina.id, lena.id, andrei.id, sam.id],
      hasBot: true,
    },
    {
      id: "C0BILLING",
      name: "billing-team",
      topic: "Invoices and refunds",
      kind: "public",
      members: [mina.id, lena.id, andrei.id],
      hasBot: true,
    },
    {
      id: "C0GENERAL",
      name: "general",
      topic: "Everybody",
      kind: "public",
      members: [mina.id, lena.id, andrei.id],
      hasBot: false,
    },
  ],
};
