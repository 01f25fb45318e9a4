import { createContext, use } from "react";
import type { Locale } from "../../i18n/locale.ts";
import type { Person } from "../people.ts";
import type { Deed, Outcome, Snapshot } from "../wire.ts";
import type { PageText } from "./texts/page-text.ts";

/** What every part of the page may use: what the person sees, and how to do something. */
export interface Desk {
  readonly snapshot: Snapshot;
  readonly me: Person;
  readonly locale: Locale;
  readonly text: (key: PageText, values?: Readonly<Record<string, string | number>>) => string;
  readonly do: (deed: Deed) => Promise<Outcome>;
  /** Says something that went wrong, until it is dismissed. */
  readonly complain: (code: string) => void;
  /** The channel the person is in. */
  readonly here: string;
  readonly openThread: (channel: string, ts: string) => void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (desk === null) throw new Error("The page has no desk yet");
  return desk;
}
