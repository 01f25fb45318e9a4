import type { UsersInfoResponse } from "@slack/web-api";

/** The workspace the bot is installed in. */
export interface Installed {
  readonly team: string;
  readonly enterprise: string | null;
}

/** Why somebody is no full member of the workspace. */
export type MembershipFault = "bot" | "gone" | "guest" | "stranger";

/** Null for a full member: of this workspace (or its organization), and neither a guest, a bot nor gone. */
export function membershipFault(
  user: User | undefined,
  installed: Installed,
): MembershipFault | null {
  if (user === undefined || !isOurs(user, installed)) return "stranger";
  // Slack's own bot is not marked as one.
  if (user.is_bot === true || user.id === "USLACKBOT") return "bot";
  if (user.deleted === true) return "gone";
  return user.is_restricted === true || user.is_ultra_restricted === true ? "guest" : null;
}

type User = NonNullable<UsersInfoResponse["user"]>;

const isOurs = (
  { team_id, enterprise_user, is_stranger }: User,
  { team, enterprise }: Installed,
): boolean =>
  is_stranger !== true &&
  (team_id === team || (enterprise !== null && enterprise_user?.enterprise_id === enterprise));
