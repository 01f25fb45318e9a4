import type { People } from "../config/config.ts";
import type { RoleOf } from "../slack/asker.ts";

/** What a full member may do, as `people:` says. Where nobody is named, everybody is a lead. */
export const createRoleOf =
  ({ admins, leads }: People): RoleOf =>
  async (person, isInGroup) => {
    if (admins.includes(person)) return "admin";
    if (leads.includes(person) || (admins.length === 0 && leads.length === 0)) return "lead";
    for (const group of leads.filter((each) => each.startsWith("S"))) {
      if (await isInGroup(group)) return "lead";
    }
    return "member";
  };
