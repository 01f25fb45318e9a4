import { may, type Role } from "./may.ts";

/**
 * Whether a person may read along in a channel: every full member in a public one, its members in a
 * private one. False where nobody can tell.
 */
export type MayRead = (channel: string, person: string) => Promise<boolean>;

/** Something of a channel, and the people whose it is. */
export interface Owned {
  /** Null: of no channel, for everybody. */
  readonly channel: string | null;
  readonly people: readonly string[];
  /** Not begun: of the people whose it is, leads and admins alone. */
  readonly isDraft?: boolean;
}

/** Goals and digests are for those who may read in their channel, those whose they are, and admins. */
export async function maySee(
  { id, role }: { readonly id: string; readonly role: Role },
  { channel, people, isDraft = false }: Owned,
  mayRead: MayRead,
): Promise<boolean> {
  if (!may(role, "ask")) return false;
  if (isDraft && role === "member" && !people.includes(id)) return false;
  return role === "admin" || channel === null || people.includes(id) || mayRead(channel, id);
}
