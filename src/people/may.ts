/** Who somebody is to Goalpost. A stranger comes from another workspace, or is a guest or a bot. */
export type Role = "admin" | "lead" | "member" | "stranger";

/** What may be tried. */
export type Deed = "ask" | "see_agents" | "set_goal" | "set_digest" | "write_note" | "remove_note";

/** Who may do what; `isOwner` is true for what the person made or was given. */
export function may(role: Role, deed: Deed, isOwner = false): boolean {
  switch (deed) {
    case "ask":
      return role !== "stranger";
    case "see_agents":
      return role === "admin" || role === "lead";
    case "set_goal":
    case "set_digest":
      return role === "admin" || role === "lead" || (role === "member" && isOwner);
    case "write_note":
      return role === "admin" || role === "lead";
    case "remove_note":
      return role === "admin" || (role !== "stranger" && isOwner);
  }
}
