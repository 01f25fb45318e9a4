import { callsOffered } from "./inputs-calls.ts";
import { ticketsCreated } from "./inputs-tickets.ts";
import type { Input } from "./inputs.ts";

/** The contacts of the channels asked about, and those of all channels. */
export const contactsOf = (
  kind: "calls" | "tickets",
): { readonly part: Input; readonly whole: Input } => {
  const part = kind === "calls" ? callsOffered : ticketsCreated;
  return { part, whole: { ...part, id: `${part.id}_on_all_channels`, ignores: ["channel"] } };
};

/** Contacts from a phone or its app, those that say so or not, and those that do not. */
export function mobileOf(kind: "calls" | "tickets"): {
  readonly mobile: Input;
  readonly known: Input;
  readonly unknown: Input;
} {
  const base = kind === "calls" ? callsOffered : ticketsCreated;
  return {
    mobile: { ...base, id: `${kind}_mobile`, where: { column: "mobile", is: true } },
    known: { ...base, id: `${kind}_mobile_known`, where: { known: "mobile" } },
    unknown: { ...base, id: `${kind}_mobile_unknown`, where: { unknown: "mobile" } },
  };
}
