import { z } from "zod";

const idSchema = (pattern: RegExp, expected: string, where: string) =>
  z.string().regex(pattern, { error: expected }).meta({ description: where });

/** Not names: a name can be changed by whoever bears it. */
export const userSchema = idSchema(
  /^[UW][A-Z0-9]{2,20}$/u,
  "a Slack member id such as U024BE7LH",
  "A Slack member id: open the profile, then ⋮ and “Copy member ID”.",
);

export const leadSchema = idSchema(
  /^[UWS][A-Z0-9]{2,20}$/u,
  "a Slack member id such as U024BE7LH, or a user group id such as S0614TZR7",
  "A member id (profile, ⋮, “Copy member ID”) or a user group id (its page, ⋮, “Copy group ID”).",
);

export const channelSchema = idSchema(
  /^[CG][A-Z0-9]{2,20}$/u,
  "a Slack channel id such as C012AB3CD",
  "A Slack channel id: open the channel's details; it stands at the bottom.",
);
